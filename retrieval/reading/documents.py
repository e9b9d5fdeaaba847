"""The added documents that a question means: those it names as a whole, and those that alone are asked."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from retrieval.authority import Kind
from retrieval.index import Index
from retrieval.references.find import Reference
from retrieval.references.numbers import plain
from retrieval.request import Request
from retrieval.words.names import lower


def named_documents(references: Iterable[Reference], index: Index) -> frozenset[str]:
    """Return the documents that are named as a whole, by a title or a case number: what is asked stands in them."""
    named = (name for r in references if not r.article for name in r.authorities)
    return frozenset(name for name in named if index.authorities[name].kind is Kind.DOCUMENT)


def only_in_these(references: Sequence[Reference], request: Request, index: Index) -> Request:
    """Return a request that is made of the added documents which a question names as a whole, if it names nothing else."""
    named = {key for reference in references for key in reference.authorities}
    whole = all(reference.authorities and not reference.article for reference in references)
    if not named or not whole or any(index.authorities[key].kind is not Kind.DOCUMENT for key in named):
        return request
    return replace(request, documents=frozenset(named))


def of_documents(reference: Reference, documents: frozenset[str] | None, index: Index) -> Reference:
    """Return a reference as one to the documents that alone are asked, if any are and it may mean them.

    An article without a law's name does, and a name that stands in a document's title. A document that is not divided into
    articles is meant as a whole.
    """
    asked = sorted(key for key in documents or () if key in index.authorities)
    if reference.named:
        name = lower(reference.named.strip("《》 "))
        asked = [key for key in asked if name in lower(plain(index.authorities[key].titles.zh))]
    if not set(asked) & set(reference.authorities):
        article = reference.article
        having = [key for key in asked if article and index.registry.has_article(key, *article)]
        reference = replace(reference, authorities=tuple(having or asked) or reference.authorities)
    keys = reference.authorities
    if keys and not any(
        index.authorities[key].kind is not Kind.DOCUMENT or index.registry.articles.get(key) for key in keys
    ):
        return replace(reference, article=None, paragraph=None, item=None)
    return reference
