"""What a question says: language, references, terms, date, and what it carries over from the turns before."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from retrieval.authority import Kind
from retrieval.dates import read_dates
from retrieval.glossary import Term
from retrieval.held import fitted, suggestion
from retrieval.language import HAN, detect_language, simplify
from retrieval.numbers import plain
from retrieval.references import Reference, find_references
from retrieval.store.tokens import tokenize

if TYPE_CHECKING:
    from retrieval.store.index import Index

_POINTS_BACK_EN = re.compile(
    r"^\s*(?:and|or|but|so|also|then)\b|\b(?:what|how) about\b|\b(?:he|she|him|his|her|it|its|they|them|their|this|"
    r"those|these|there|the same|that (?:article|case|crime|rule|law|one|charge|provision|figure|amount|person|order))\b|\bfor (?:units|individuals)\b",
    re.IGNORECASE,
)
_POINTS_BACK_ZH = re.compile(
    r"^(?:那|那么|还有|而且|另外|如果|要是|换成|这|该|此|他|她|它|其|上述|前述)|[他她它](?:们)?|(?:这|该|此|上述|前述)(?:个|种|条|款|项|案|罪|规定|情况|人)|呢[？?]?$"
)
_SHORT = {"zh": 14, "en": 7}  # characters, words
_OWN_SUBJECT = 2  # terms from which a short question says itself what it is about
# a pronoun that the question's own words explain: a seller ... he
_OWN_ANTECEDENT = re.compile(
    r"\b(?:an?|my|our|some(?:one|body)|any(?:one|body))\b[^.?!]*?\b(?:he|she|him|his|her|they|them|their)\b", re.IGNORECASE
)
_OPENING_EN = re.compile(r"^\s*(?:and|or|but|so|also|then)\b", re.IGNORECASE)
_TURNS = 6  # how far back a question may point


@dataclass(frozen=True)
class Turn:
    """A message of the conversation.

    :param role: `user` or `assistant`.
    """

    role: str
    content: str


@dataclass(frozen=True)
class Request:
    """What is asked, as it came in and was validated.

    :param documents: Only passages of these authorities; None for all.
    :param user: Who asks: of the added documents, this user's and everybody's are searched.
    :param share_documents: Whether added documents may be shown to a language model; without consent they are not.
    """

    question: str
    history: tuple[Turn, ...] = ()
    language: str | None = None
    as_of: date | None = None
    kinds: frozenset[Kind] | None = None
    documents: frozenset[str] | None = None
    user: str | None = None
    share_documents: bool = False


@dataclass(frozen=True)
class Question:
    """A question that was read.

    :param text: As asked, in Simplified characters and plain forms.
    :param context: The earlier question that this one points back to, or an empty text.
    :param terms: The glossary's terms in it and in the context.
    :param own_terms: Only those in the question itself.
    :param references: The places that it names, or those of the turns before if it points back.
    :param own_references: Only those that it names itself.
    :param as_of: The date asked about.
    :param whole_year: Whether that date stands for a year.
    :param decided: The date of the judgment or penalty, where the question tells it from that of the conduct.
    :param is_decision: Whether the date asked about is only that of a judgment or penalty.
    """

    request: Request
    text: str
    language: str
    answer_language: str
    context: str = ""
    references: tuple[Reference, ...] = ()
    own_references: tuple[Reference, ...] = ()
    terms: tuple[Term, ...] = ()
    own_terms: tuple[Term, ...] = ()
    as_of: date = field(default_factory=date.today)
    dated: bool = False
    whole_year: bool = False
    decided: date | None = None
    decided_whole_year: bool = False
    is_decision: bool = False

    @property
    def understood(self) -> str:
        """The question with what it points back to."""
        return f"{self.context} {self.text}".strip()

    def names_in(self, language: str, own: bool = False) -> list[str]:
        """Return the names in one language of the terms that the question uses.

        :param own: Leave out the terms of the earlier question that it points back to.
        """
        names: dict[str, None] = {}
        for term in self.own_terms if own else self.terms:
            first, others = (term.zh, term.zh_other) if language == "zh" else (term.en, term.en_other)
            names.update(dict.fromkeys(name for name in (first, *others[:2]) if name))
        return list(names)


def read_question(request: Request, index: "Index", today: date) -> Question:
    """Read a question.

    :param today: The date asked about when neither the request nor the question has one.
    """
    text = simplify(plain(request.question)).strip()
    language = detect_language(text)
    own = find_references(text, index.registry)
    context, earlier, default = "", (), ()
    turns = request.history[-_TURNS:]
    if turns and _points_back(text, language, own, len(index.glossary.find(text))):
        context, earlier, default = _look_back(turns, index)
        own = find_references(text, index.registry, default)
    own = [fitted(reference, index) for reference in own]
    own = [*own, *(perhaps for r in own if (perhaps := suggestion(r, index)))]
    understood = f"{context} {text}".strip()
    masked = [(m.start, m.end) for m in index.registry.mentions(text)]
    dated = read_dates(text, masked)
    return Question(
        request=request, text=text, language=language, answer_language=request.language or language, context=context,
        references=tuple(own) or earlier, own_references=tuple(own), terms=tuple(index.glossary.find(understood)),
        own_terms=tuple(index.glossary.find(text)),
        as_of=request.as_of or (dated.day if dated else today), dated=bool(request.as_of or dated),
        whole_year=bool(dated and dated.whole_year and not request.as_of),
        decided=dated.decided if dated else None, decided_whole_year=bool(dated and dated.decided_whole_year),
        is_decision=bool(dated and dated.is_decision and not request.as_of),
    )  # fmt: skip


def _points_back(text: str, language: str, references: Sequence[Reference], terms: int) -> bool:
    """Whether a question can only be read with the turns before it.

    :param terms: How many terms of the glossary it has.
    """
    if any(reference.named for reference in references):
        return False
    if language == "zh":
        short = len(HAN.findall(text)) <= _SHORT["zh"]
        return bool(_POINTS_BACK_ZH.search(text)) or (short and terms < _OWN_SUBJECT)
    if terms and _OWN_ANTECEDENT.search(text) and not _OPENING_EN.match(text):
        return False
    short = len(text.split()) <= _SHORT["en"]
    return bool(_POINTS_BACK_EN.search(text)) or (short and terms < _OWN_SUBJECT)


def _look_back(turns: Sequence[Turn], index: "Index") -> tuple[str, tuple[Reference, ...], tuple[str, ...]]:
    """Return the last question that stands by itself, the references of the last turns, and their authorities."""
    questions = [simplify(plain(turn.content)) for turn in turns if turn.role == "user"]
    context: list[str] = []
    for question in reversed(questions):
        context.insert(0, question)
        if not _points_back(
            question,
            detect_language(question),
            find_references(question, index.registry),
            len(index.glossary.find(question)),
        ):
            break
    references = tuple(r for q in context for r in find_references(q, index.registry) if r.authorities)
    answers = [turn.content for turn in turns if turn.role == "assistant"]
    answered = tuple(r for r in find_references(answers[-1][:4000], index.registry) if r.authorities) if answers else ()
    both = references + tuple(r for r in answered if r not in references)
    default = tuple(dict.fromkeys(name for r in both for name in r.authorities))
    return " ".join(context), references or answered[:3], default


def content_words(text: str) -> list[str]:
    """Return the words of a text that say something, each once."""
    return list(dict.fromkeys(tokenize(text)))
