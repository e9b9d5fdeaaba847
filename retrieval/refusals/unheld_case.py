"""Cases called by a person of whom no case is held: 赵铁柱案, 徐某梯子案, the Wang Dachui case."""

import re
from functools import cache

from pypinyin import lazy_pinyin

from retrieval.authority import Authority, Kind
from retrieval.index import Index
from retrieval.reading.own_matter import is_own
from retrieval.references.find import Reference
from retrieval.search import Search

# a surname of those that begin few other words, where a word begins, and a name; before 某 any surname
_SURNAMES = "王李张刘陈杨黄赵吴徐孙朱胡郭罗郑梁谢宋唐许韩冯邓曹彭曾肖董潘袁蔡蒋杜叶魏苏吕丁卢姚沈姜崔谭陆范汪廖贾邹熊邱侯尹薛闫雷黎陶郝顾龚邵覃戴莫孔"
_PARTY = re.compile(
    rf"(?:(?<![\u4e00-\u9fff])|(?<=[的和与跟把问查比那]))(?P<name>[{_SURNAMES}](?![年可多])[\u4e00-\u9fff]{{1,2}})一?案(?![由发情卷])|"
    r"(?P<surname>[\u4e00-\u9fff])某{1,2}(?:[\u4e00-\u9fff]|VPN|梯子|翻墙|机场)?一?案(?![由发情卷])",
    re.IGNORECASE,
)


# a surname and a given name; what goes before "case" may say what it was about
_PARTY_EN = re.compile(
    r"\b(?P<surname>[A-Z][a-z]+) (?P<given>[A-Z][a-z]+)(?:'s)?(?: (?P<what>(?i:VPN|proxy|airport|ladder|seller'?s?)))? (?:[Cc]ase|judge?ment)\b"
)


@cache
def _surnames() -> frozenset[str]:
    return frozenset(name.title() for name in lazy_pinyin(_SURNAMES))


def unheld_case(search: Search, index: Index) -> Reference | None:
    """Return the case that a question calls by a person of whom no case is held; None if it names anything that is.

    The asker's own matter is nothing that the corpus could hold. A full name is not that of another with the same surname.
    A document with the name in its title tells of the case if it was found.
    """
    question = search.question
    if is_own(question.text, question.language):
        return None
    held = [r for r in question.own_references if r.authorities]
    found = {one.passage.authority for one in search.found}
    known = [a for a in index.authorities.values() if a.kind is not Kind.DOCUMENT or a.id in found]
    for match in _PARTY_EN.finditer(question.text):
        others = [r for r in held if r.named != match["surname"]]
        named = (
            others or match["surname"] not in _surnames() or _is_called(f"{match['surname']} {match['given']}", known)
        )
        if not named and not (match["what"] and _is_only_seller(match["surname"], known)):
            return Reference(match[0], (), named=match[0])
    for match in _PARTY.finditer(question.text) if not held else ():
        if not _is_party(match["name"] or match["surname"] + "某", known):
            return Reference(match[0], (), named=match[0])
    return None


def _is_only_seller(surname: str, known: list[Authority]) -> bool:
    """Whether a surname is that of a single case on supply: its brief may leave out the given name, 吴某 of Wu Xiangyang."""
    called = [a for a in known if any(name.startswith(f"{surname} case") for name in a.short.en)]
    return sum((a.case or {}).get("conduct") == "supply" for a in called) == 1


def _is_called(name: str, known: list[Authority]) -> bool:
    """Whether a case or a document has an English name or a place in its titles: Ye Yuanxing, but also Pu Dong."""
    texts = (t for a in known for t in (a.titles.en, *a.short.en))
    return any(name in text or name.replace(" ", "").capitalize() in text for text in texts)


def _is_party(name: str, known: list[Authority]) -> bool:
    titles = (a.titles.zh for a in known if a.kind in (Kind.CASE, Kind.PENALTY, Kind.DOCUMENT))
    return any(name in title for title in titles)
