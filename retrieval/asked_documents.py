"""Whether added documents that a question is asked of alone tell what it asks."""

from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.parts.relevance import Relevance
from retrieval.reading.held import is_held
from retrieval.search import Search

# the share of the question's words, rare ones counting more, that a passage has. Of 34 questions on five files those that are
# answered in their language have .35 or more, all others but one .18 or less
LEAST_SHARE = 0.3


def is_told_in_documents(search: Search, index: Index) -> bool:
    """Return whether a question that is asked of added documents alone is answered by one of them.

    They may be about anything: neither the topics of the corpus nor the subjects that it lacks say whether a contract has an
    answer, and a short passage of many clauses is near to no question. Its words are.
    """
    question = search.question
    if question.request.documents is None and question.request.kinds != {Kind.DOCUMENT}:
        return False
    if not search.found or any(found.passage.kind is not Kind.DOCUMENT for found in search.found):
        return False
    if not all(is_held(reference, index) for reference in question.own_references):
        return False
    relevance = Relevance(question, index)
    return any(relevance.score(f.passage.text, f.passage.language) >= LEAST_SHARE for f in search.found)
