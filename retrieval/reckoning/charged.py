"""The crimes that a question names, and those of them of which no threshold is held: they borrow none of another crime."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from retrieval.address import format_article, format_place
from retrieval.amounts.bases import is_told
from retrieval.amounts.placed import Placed
from retrieval.amounts.threshold import Crime, Threshold
from retrieval.authority import CRIMINAL_LAW
from retrieval.index import Index
from retrieval.question import Question
from retrieval.reading.charges import Charge, bare_references, charges_of_cases, is_special
from retrieval.references.find import Reference, find_references
from retrieval.search import Search
from retrieval.words.comparing import sets_side_by_side
from retrieval.words.glossary import Term
from retrieval.words.names import Found

_OF_PERSONS = frozenset(["person_times", "users"])  # a number of persons is held against both
_BESIDE = 24  # characters before a name in which it says that one is charged with it

# a crime by its name alone is what is charged; beside the corpus's subject it may be what the customers did
_CHARGED = re.compile(
    r"罪|\b(?:crimes?|offen[cs]es?) of\b|\b(?:charged|convicted|guilty|indicted|prosecuted)\b", re.IGNORECASE
)
_FOR_OTHERS = re.compile(r"[帮替]|为(?:他人|别人|人)|卖给|提供|协助|\b(?:help\w*|assist\w*)\b", re.IGNORECASE)
# a crime that the glossary does not know: 盗窃罪, theft; 犯罪, 构成何罪 and 罪名 name none
_UNKNOWN = re.compile(
    r"(?:构成|涉嫌|触犯|成立|按照?|以|犯|定|判|是|和|与|或|及|的|以及|关于){0,4}(?P<words>[\u4e00-\u9fff、]{2,10}?"
    r"(?<![犯有无定何此该本重轻数同么认悔问治免领服坐入论疑原前的畏赎判成新哪个种项多几受名谁其各主从余漏他])罪)(?![名犯行责刑过状案])|"
    r"\b(?P<word>theft|larceny|burglary|robbery|embezzlement|extortion|blackmail|bribery|smuggling|misappropriation|"
    r"counterfeiting|tax evasion|usury)\b|(?P<act>盗窃|抢劫|抢夺|敲诈勒索|职务侵占|贪污|受贿|走私)(?=[^罪]|$)",
    re.IGNORECASE,
)
# what a site or a message is for is not what is charged: 用于诈骗, 诈骗信息
_PURPOSE = re.compile(r"(?:用[于来作]|为了?实施|\b(?:used? (?:for|in|to)|for))\s*$", re.IGNORECASE)
_THING = re.compile(
    r"(?:活动)?的?(?:信息|网站|微?信?群|短信|广告|链接|内容|分子|团伙|集团|软件|犯罪分子)|\s*(?:sites?|websites?|groups?|messages?|posts?|ads|advert\w*|links?|gangs?|rings?)\b",
    re.IGNORECASE,
)
_KNOWN = re.compile(r"经营|计算机|程序|工具|网络|帮助|电信|翻墙|梯子|VPN|共同|单位|什么|哪", re.IGNORECASE)


@dataclass(frozen=True)
class Named:
    """The crimes that a question names.

    :param charges: Those of the Criminal Law's articles, as far as they are charged.
    :param unknown: The words for crimes of which no article is known.
    """

    charges: tuple[Charge, ...] = ()
    unknown: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.charges or self.unknown)

    def without(self, charges: Sequence[Charge]) -> "Named":
        """Return them without some."""
        return replace(self, charges=tuple(charge for charge in self.charges if charge not in charges))

    def without_thresholds(self, placed: Sequence[Placed], index: Index, language: str) -> tuple[str, ...]:
        """Return what to call those of them of which no threshold is among the placed ones."""
        unheld = [charge for charge in self.charges if not any(_is_of(p, charge, index) for p in placed)]
        return (*(label(charge, language) for charge in unheld), *self.unknown)

    def with_thresholds(self, placed: Sequence[Placed], index: Index) -> list[Crime]:
        """Return those of which a threshold is among the placed ones."""
        return list(dict.fromkeys(p.threshold.crime for c in self.charges for p in placed if _is_of(p, c, index)))

    def told(self, placed: Sequence[Placed], text: str, index: Index) -> list[Placed]:
        """Return the thresholds of what a text speaks of.

        Who names a crime by its paragraph, or gives a count, need not say once more in the law's words what was done: of
        counts of which it is not told those of the crime are held against it.
        """
        told = [p for p in placed if is_told(p.threshold, text)]
        return told + [p for p in placed if p not in told and self._goes_without_saying(p, told, index)]

    def _goes_without_saying(self, placed: Placed, told: Sequence[Placed], index: Index) -> bool:
        own = [charge for charge in self.charges if _is_of(placed, charge, index)]
        if not own or placed.threshold.also:
            return False
        if placed.threshold.unit == "yuan":
            return any(charge.paragraph in placed.threshold.charge_paragraphs for charge in own)
        units = _OF_PERSONS if placed.threshold.unit in _OF_PERSONS else {placed.threshold.unit}
        same = [p for p in told if p.threshold.unit in units]
        return not any(_is_of(p, charge, index) for p in same for charge in own)


def named_crimes(search: Search, index: Index) -> Named:
    """Return the crimes that a question names itself, else those of the questions that it points back to."""
    question = search.question
    own = crimes_of_its_own(question, index)
    if len(own.charges) == 1 and question.context and sets_side_by_side(question.text):
        before = find_references(question.context, index.registry)  # compare that with 285(3)
        other = _named_in(question.context, before, question.names_subject, index)
        return replace(own, charges=tuple(dict.fromkeys((*other.charges, *own.charges))))
    return own or _named_in(question.understood, question.references, question.names_subject, index)


def crimes_of_its_own(question: Question, index: Index) -> Named:
    """Return the crimes that a question names itself, whatever it points back to."""
    return _named_in(question.text, question.own_references, question.names_subject, index)


def _named_in(text: str, references: Sequence[Reference], of_subject: bool, index: Index) -> Named:
    charges = [
        Charge((CRIMINAL_LAW, article), reference.paragraph)
        for reference in (*references, *bare_references(text, references, index))
        if reference.article and CRIMINAL_LAW in reference.authorities
        if is_special(article := format_article(*reference.article))
    ]
    spans: list[tuple[int, int]] = []
    for name, term in (*index.glossary.places(text), *_shortened(text, index)):
        spans.append((name.start, name.end))
        article = (term.article or {}).get("article")
        if term.article and term.article["id"] == CRIMINAL_LAW and is_special(article):
            crime = Charge((CRIMINAL_LAW, article), term.article.get("paragraph"))
            if _is_charged(text, name, of_subject) or crime.unit[1] in charges_of_cases(index):
                charges.append(crime)
    more_exact = {charge.unit for charge in charges if charge.paragraph}
    charges = [charge for charge in charges if charge.paragraph or charge.unit not in more_exact]
    unknown = [
        match["words"] or match["word"] or match["act"]
        for match in _UNKNOWN.finditer(text)
        if not any(start < match.end() and match.end() - 1 <= end for start, end in spans)
        and not _KNOWN.search(match[0])
        and (match["words"] or not (of_subject or _FOR_OTHERS.search(text, 0, match.start())))
    ]
    return Named(tuple(dict.fromkeys(charges)), tuple(dict.fromkeys(unknown)))


def _shortened(text: str, index: Index) -> Iterator[tuple[Found, Term]]:
    """Yield where a crime is named without the word that it is one: 侵犯公民个人信息, fraud."""
    lower = text.lower()
    for term in index.glossary.terms:
        if term.article and is_special(term.article.get("article")):
            for name in (term.zh.removesuffix("罪"), term.en.removeprefix("crime of ")):
                if name.lower() not in lower:
                    continue  # nearly always, and the pattern is made anew for each
                if match := re.search(rf"(?<![a-z]){re.escape(name)}(?![a-z罪])", text, re.IGNORECASE):
                    yield Found(match.start(), match.end(), name), term


def _is_charged(text: str, name: Found, of_subject: bool) -> bool:
    """Whether a crime that is named is what is charged, not what those did who were supplied."""
    if _PURPOSE.search(text, 0, name.start) or _THING.match(text, name.end):
        return False
    if _CHARGED.search(text[max(0, name.start - _BESIDE) : name.end + 1]):
        return True
    return not of_subject and not _FOR_OTHERS.search(text, 0, name.start)


def _is_of(placed: Placed, charge: Charge, index: Index) -> bool:
    """Whether a threshold is of a crime: of its paragraph, if the article has several crimes."""
    threshold = placed.threshold
    if threshold.charge_article != charge.unit[1]:
        return False
    if charge.paragraph is None or not threshold.charge_paragraphs:
        return True
    crimes = {
        term.article.get("paragraph")
        for term in index.glossary.terms
        if term.article and term.article.get("article") == charge.unit[1]
    }
    crimes |= {
        paragraph
        for authority in index.authorities.values()
        for entry in authority.thresholds
        if entry.get("charge_article") == charge.unit[1]
        for paragraph in Threshold.model_validate(entry).charge_paragraphs
    }
    # what is no crime of its own, as the one on units, is about all of them
    return charge.paragraph in threshold.charge_paragraphs or charge.paragraph not in crimes


def label(charge: Charge, language: str) -> str:
    """Return what to call a crime: the article and the paragraph."""
    law = "刑法" if language == "zh" else "Criminal Law art. "
    return law + format_place(language, charge.unit[1] or "", charge.paragraph)
