"""What a question that points back takes from the turns before it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from retrieval.amounts.bases import states_amounts
from retrieval.index import Index
from retrieval.language import detect_language
from retrieval.reading.charges import charges_in, name_of, names_crime_or_conduct, without_crimes
from retrieval.reading.normal_form import as_meant
from retrieval.reading.own_matter import asks_for_fact, conduct_in, lets_go
from retrieval.reading.pointing_back import is_foreign, is_short, leans_back, names_a_matter, points_back
from retrieval.reading.told_client import without_clients
from retrieval.references.find import Reference, find_references
from retrieval.request import Turn
from retrieval.words.comparing import sets_side_by_side
from retrieval.words.tokens import tokenize

_TURNS = 6  # how far back a question may point
READ = 8_000  # characters of an earlier question; a new one has no more
# characters of an answer in which places are looked for, and that are searched with
_ANSWER_READ, _OPENING_READ = 4000, 200
_THAT_PLACE = re.compile(
    r"\b(?:that|this|the same|those|these) (?:article|paragraph|item|rule|law|provision|clause|section)s?\b|"
    r"(?:这|该|此|上述|前述|同)(?:一|个|几)?(?:条|款|项|规定|法)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Before:
    """What a question takes from the turns before it.

    :param questions: The question before, after those that it cannot be read without.
    :param answer: How the answer to it begins.
    :param references: The places named there.
    :param authorities: Those to which an article without a law's name may belong.
    :param cited: The places that the answer names.
    :param named: The authorities that the questions name.
    """

    questions: tuple[str, ...] = ()
    answer: str = ""
    references: tuple[Reference, ...] = ()
    authorities: tuple[str, ...] = ()
    cited: tuple[Reference, ...] = ()
    named: tuple[str, ...] = ()

    @property
    def question(self) -> str:
        """The questions in one text."""
        return " ".join(self.questions)


def look_back(text: str, turns: Sequence[Turn], index: Index) -> Before:
    """Return what a question that points back takes from the turns before it.

    Nothing if the question before was about a subject that is not held: what follows it can only mean something else.

    :param text: The question that points back, in Simplified characters and plain forms.
    """
    turns = turns[-_TURNS:]
    language = detect_language(text)
    gone_back = _go_back(text, turns, index)
    if gone_back is None:
        return Before()
    context, case_left = gone_back
    own_charges = charges_in(text, find_references(text, index.registry), index)
    if own_charges and not sets_side_by_side(text):
        bare = (without_crimes(q, detect_language(q), index, "", conduct=True) for q in context)
        context = [question for question in bare if question]
    resold = conduct_in(text) == "supply" and not any(conduct_in(question) == "supply" for question in context)
    if resold:
        # and if I had sold it? of the questions on its use only what "it" is goes on
        terms = index.glossary.find(" ".join(context))
        context = [getattr(term, language) for term in terms if term.subject][:1] or context
    told_before = " ".join(context)
    found = without_clients(told_before, find_references(told_before, index.registry), index)
    named = tuple(r for r in found if r.authorities)
    answers = [turn.content for turn in turns if turn.role == "assistant"]
    answer = answers[-1] if answers else ""
    answered = tuple(r for r in find_references(answer[:_ANSWER_READ], index.registry) if r.authorities)
    told = answered[:1] if answered and (not answered[0].article or _THAT_PLACE.search(text)) else ()
    if named_cases(told, index) and (case_left or not asks_for_fact(text, language)):
        told = ()  # that an answer quoted a case does not make it the one that is spoken of
    authorities = dict.fromkeys(name for r in named + answered for name in r.authorities)
    if own_charges or resold:
        named, told, answer, answered = (), (), "", ()  # another crime, or conduct, takes the place of the one before
    opening = answer[:_OPENING_READ].strip()
    by_question = tuple(dict.fromkeys(name for r in named for name in r.authorities))
    return Before(
        tuple(context), opening if tokenize(opening) else "", named or told, tuple(authorities), answered, by_question
    )


def _go_back(text: str, turns: Sequence[Turn], index: Index) -> tuple[list[str], bool] | None:
    """The earlier questions that a question leans on, the oldest first, and whether it leaves a case that was spoken of.

    None if it can only mean something that is not held.
    """
    language = detect_language(text)
    context: list[str] = []
    case_left = lets_go(text, language)
    for question in reversed([as_meant(turn.content[:READ], index) for turn in turns if turn.role == "user"]):
        if case_left and (cases := named_cases(find_references(question, index.registry), index)):
            # what goes on is what the case was about, not the case
            context[:0] = [charge for case in cases[:1] if (charge := _charge(case, language, index))]
            break
        if _is_put_aside(question, text, index):
            continue
        if _stands_for_nothing_held(question, index):
            if context or not _is_near(text, language, index):
                return None
            continue  # an aside: what comes after it goes on where it began
        context.insert(0, question)
        case_left = case_left or lets_go(question, detect_language(question))
        # "and for units?" says nothing without what was before it; a longer one would be drowned by it
        short = is_short(question, detect_language(question))
        if short and leaves_open(text, context, index):
            continue
        if not short or find_references(question, index.registry) or names_a_matter(question, index):
            break
    return context, case_left


def _is_put_aside(question: str, text: str, index: Index) -> bool:
    """Whether an earlier follow-up asked for a rule or an aspect in whose place the question puts another.

    自首呢 and then 罚金呢: the second is asked of what was done, not of the surrender.
    """
    if not leans_back(question, detect_language(question)) or states_amounts(question):
        return False
    if names_crime_or_conduct(question, index) or not index.glossary.find(question):
        return False
    return bool(index.glossary.find(text)) or bool(charges_in(text, find_references(text, index.registry), index))


def leaves_open(text: str, context: Sequence[str], index: Index) -> bool:
    """Return whether a question compares crimes of which the questions that were read name but one."""
    if not sets_side_by_side(text):
        return False
    whole = " ".join((*context, text))
    return len(charges_in(whole, find_references(whole, index.registry), index)) == 1


def _is_near(text: str, language: str, index: Index) -> bool:
    """Whether a question is nearer to a topic than to any subject that is not held."""
    vector = index.model.encode_queries([text])[0]
    return index.topics.similarity(vector, language) > index.outside.similarity(vector, language)


def named_cases(references: Sequence[Reference], index: Index) -> list[str]:
    """Return the decided cases and penalties among what is named, by id."""
    named = (name for reference in references if not reference.article for name in reference.authorities)
    return [name for name in named if index.authorities[name].kind.is_decision]


def _charge(case: str, language: str, index: Index) -> str:
    """The name of the crime that a case was decided under; an empty text without one."""
    charge = (index.authorities[case].case or {}).get("charge") or {}
    return name_of(charge, language, index)


def _stands_for_nothing_held(question: str, index: Index) -> bool:
    """Whether an earlier question that can be read by itself was about a subject that is not held."""
    references, language = find_references(question, index.registry), detect_language(question)
    if references or index.glossary.find(question) or points_back(question, language, references, index):
        return False
    return is_foreign(question, language, index)
