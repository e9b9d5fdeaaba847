"""The decided cases that a conversation has spoken of, and the questions before."""

from retrieval.index import Index
from retrieval.reading.follow_up import READ, named_cases
from retrieval.reading.normal_form import as_meant
from retrieval.reading.own_matter import means_several
from retrieval.references.find import Reference, find_references
from retrieval.request import Request, Turn

_SPOKEN_OF, _NAMED_IN = 6, 12  # messages back: what is still spoken of, and what may be meant as one of two


def case_before(history: tuple[Turn, ...], index: Index) -> list[Reference]:
    """Return the decided case that the question before named, or that the answer to it began with."""
    asked = [as_meant(turn.content[:READ], index) for turn in history if turn.role == "user"][-1:]
    answered = [turn.content[:READ] for turn in history if turn.role == "assistant"][-1:]
    for text in (*asked, *answered):
        if cases := [r for r in find_references(text, index.registry) if named_cases([r], index)]:
            return cases[:1]
    return []


def cases_before(text: str, history: tuple[Turn, ...], index: Index) -> list[Reference]:
    """Return the decided cases that the questions before named, the first of them first, if several are meant together."""
    if not means_several(text):
        return []
    return list({r.authorities: r for r in cases_named(history, index)}.values())


def last_asked(history: tuple[Turn, ...], index: Index) -> list[str]:
    """Return the last questions before, the oldest first."""
    return [as_meant(turn.content[:READ], index) for turn in history[-_SPOKEN_OF:] if turn.role == "user"]


def cases_named(history: tuple[Turn, ...], index: Index) -> list[Reference]:
    """Return the decided cases that the questions before named, each as often as they did, the first first."""
    asked = [as_meant(turn.content[:READ], index) for turn in history[-_NAMED_IN:] if turn.role == "user"]
    named = (r for question in asked for r in find_references(question, index.registry) if named_cases([r], index))
    return [r for r in named if len(r.authorities) == 1]


def case_spoken_of(history: tuple[Turn, ...], index: Index) -> list[Reference]:
    """Return the decided case that was last named by a question, or that an answer since began with."""
    for turn in reversed(history[-_SPOKEN_OF:]):
        named = find_references(as_meant(turn.content[:READ], index), index.registry)
        cases = [r for r in (named if turn.role == "user" else named[:1]) if named_cases([r], index)]
        if cases:
            return cases[:1]
    return []


def before_the_same(request: Request) -> tuple[Turn, ...]:
    """Return the turns before a question; one that is only repeated is read as it was the first time."""
    turns = request.history
    while asked := [n for n, turn in enumerate(turns) if turn.role == "user"]:
        if turns[asked[-1]].content.strip() != request.question.strip():
            break
        turns = turns[: asked[-1]]
    return tuple(turns)
