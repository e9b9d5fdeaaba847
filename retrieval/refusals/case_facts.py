"""Facts of a named case that its brief does not hold: its number, its court, its users, its money, its sentence.

A brief has something to quote whatever is asked of it; that it does not say this is told by its fields and its words.
"""

from retrieval.authority import Authority
from retrieval.cases.facts import Fact, asked_facts
from retrieval.cases.records import Record
from retrieval.index import Index
from retrieval.question import Question
from retrieval.ranking.priors import is_view
from retrieval.reading.own_matter import lets_go
from retrieval.refusals.clauses import clauses_of, says_unknown


def unheld_fact(question: Question, index: Index) -> str | None:
    """Return what a named case's brief says of the one fact asked for, if it does not hold it: "" if it is silent.

    None if it is held, or if something else is asked.
    """
    asked = _only_fact(question, index)
    if asked is None or _holds(*asked, question, index):
        return None
    record, fact = asked
    clauses = _clauses(record.authority, question, index)
    return next((c for c in clauses if says_unknown(c) and fact.called.search(c)), "")


def holds_fact(question: Question, index: Index) -> bool:
    """Return whether one fact of a named case is asked for, and it has it, whatever else is not known of that case."""
    asked = _only_fact(question, index)
    return asked is not None and _holds(*asked, question, index)


def _only_fact(question: Question, index: Index) -> tuple[Record, Fact] | None:
    """The case and the one thing that is asked of it."""
    record = _only_case(question, index)
    if record is None or lets_go(question.text, question.language):
        return None
    asked = asked_facts(question.text)
    return (record, asked[0]) if len(asked) == 1 and record.authority.kind in asked[0].kinds else None


def _holds(record: Record, fact: Fact, question: Question, index: Index) -> bool:
    if fact.known(record):
        return True
    clauses = _clauses(record.authority, question, index)
    return any(fact.told.search(clause) and not says_unknown(clause) for clause in clauses)


def _only_case(question: Question, index: Index) -> Record | None:
    """The case that a question names, if it names nothing else."""
    named = {name for reference in question.references for name in reference.authorities}
    if len(named) != 1 or any(reference.article for reference in question.references):
        return None
    authority = index.authorities.get(named.pop())
    return Record(authority) if authority and authority.kind.is_decision else None


def _clauses(authority: Authority, question: Question, index: Index) -> list[str]:
    """What a brief tells, in the question's language and without our own views."""
    held = [p for p in index.by_authority[authority.id] if not is_view(p)]
    own = [p for p in held if p.language == question.language] or held
    return [clause for passage in own for clause in clauses_of(passage.text)]
