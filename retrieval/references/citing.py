"""Which articles cite which: the penalty for a breach stands in the article that names the breached one."""

import re
from collections.abc import Iterable

from retrieval.address import ARTICLE, article_numbers, format_article
from retrieval.authority import CRIMINAL_LAW, Authority, Kind
from retrieval.passage import Passage, Unit

_OWN = re.compile(rf"(?<![》法定释例])(?:本(?:法|条例|规定|办法|解释))?({ARTICLE})")
_CRIMINAL_LAW = re.compile(rf"刑法》?({ARTICLE}(?:、{ARTICLE})*)")


class CitationGraph:
    """Finds the articles that cite an article; read from the Chinese texts, an authority at a time, when asked for."""

    def __init__(self, authorities: dict[str, Authority], passages: Iterable[Passage]) -> None:
        self._own: dict[str, list[Passage]] = {}
        self._rules: list[Passage] = []
        for passage in passages:
            if passage.language != "zh" or not passage.article:
                continue
            self._own.setdefault(passage.authority, []).append(passage)
            if authorities[passage.authority].kind not in (Kind.STATUTE, Kind.DOCUMENT):
                self._rules.append(passage)
        self._read: dict[str, dict[Unit, list[Unit]]] = {}

    def citing(self, unit: Unit) -> list[Unit]:
        """Return the articles of the same text that cite an article; for the Criminal Law, those of the rules first."""
        return [other for other in self._graph(unit[0]).get(unit, []) if other != unit]

    def cited(self, unit: Unit) -> list[Unit]:
        """Return the articles that an article cites: of its own text, and of the Criminal Law."""
        authorities = dict.fromkeys((unit[0], CRIMINAL_LAW))
        return [
            target
            for authority in authorities
            for target, citing in self._graph(authority).items()
            if unit in citing and target != unit
        ]

    def _graph(self, authority: str) -> dict[Unit, list[Unit]]:
        if authority not in self._read:
            self._read[authority] = self._scan(authority)
        return self._read[authority]

    def _scan(self, authority: str) -> dict[Unit, list[Unit]]:
        graph: dict[Unit, list[Unit]] = {}
        pairs = [(p, _OWN) for p in self._own.get(authority, [])]
        if authority == CRIMINAL_LAW:
            pairs = [(p, _CRIMINAL_LAW) for p in self._rules] + pairs
        for passage, pattern in pairs:
            for match in pattern.finditer(passage.text):
                for name in re.findall(ARTICLE, match[1]):
                    numbers = article_numbers(name)
                    if numbers:
                        citing = graph.setdefault((authority, format_article(*numbers)), [])
                        if passage.unit not in citing:
                            citing.append(passage.unit)
        return graph
