"""What a law provides for the breach of one of its articles that is asked for by its number: the fine under Article 27."""

import re
from dataclasses import replace

from retrieval.answer.other_version import renumbered
from retrieval.index import Index
from retrieval.passage import Unit
from retrieval.ranking.asked_first import put_first
from retrieval.ranking.compared import provisions
from retrieval.ranking.legs import CITING, find_citing, find_referenced
from retrieval.search import Search

_ASKED = re.compile(
    r"罚(?!则)|处分|责任|后果|\b(?:fine[sd]?|penalt(?:y|ies)|punish\w*|sanction\w*|liabilit(?:y|ies)|consequences?)\b",
    re.IGNORECASE,
)
_PENALTY = re.compile(r"罚款|警告|拘留|没收|吊销")
_DEPTH = 8  # articles that cite the one named


def with_penalty_of_named(search: Search, index: Index) -> Search:
    """Return the search with the penalty for breach of the one article that the question names right behind that article.

    Nothing is moved where an article of another version is meant, or the article is itself on penalties.
    """
    question = search.question
    named = [reference for reference in question.own_references if reference.article and reference.named]
    if len(named) != 1 or not _ASKED.search(question.text) or renumbered(question, index):
        return search
    allowed = question.request.admits
    units = find_referenced(question, index, allowed)
    if len(units) != 1 or _provides_penalty(units[0], index):
        return search
    citing = find_citing(question, index, allowed, _DEPTH)
    penalties = [unit for unit in citing if unit[0] == units[0][0] and _provides_penalty(unit, index)][:1]
    first = provisions([*units, *penalties], search.found, question.language, index, allowed)
    first = [one if one.passage.unit in units else replace(one, ranks={CITING: 1} | one.ranks) for one in first]
    return replace(search, found=put_first(first, search.found)) if penalties else search


def _provides_penalty(unit: Unit, index: Index) -> bool:
    return any(_PENALTY.search(passage.text) for passage in index.units[unit].get("zh", ()))
