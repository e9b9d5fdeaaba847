"""Prove the gold pairs against the index: the places exist, the facts stand in them, a third is held back."""

from collections.abc import Iterator, Sequence

from eval.normal import holds, normal
from eval.pairs import Pair, Place
from retrieval.adapters.files import read_questions
from retrieval.adapters.fingerprint import ALIKE, fingerprints, likeness
from retrieval.adapters.shelf import adapter_files, metric_files
from retrieval.address import Address
from retrieval.index import Index
from retrieval.passage import Passage
from retrieval.settings import Settings

TEST_SHARE, TOLERANCE = 1 / 3, 0.1
ELSEWHERE = 3  # other places of a fact that are named


def gold_faults(pairs: Sequence[Pair], index: Index) -> list[str]:
    """Return a sentence for each fault of the pairs."""
    faults = [fault for pair in pairs for fault in _pair_faults(pair, index)]
    share = sum(pair.split == "test" for pair in pairs) / max(len(pairs), 1)
    if abs(share - TEST_SHARE) > TOLERANCE:
        faults.append(f"{share:.0%} of the pairs are of the split test; a third must be")
    return faults


def training_faults(pairs: Sequence[Pair], settings: Settings) -> list[str]:
    """Return a sentence for each pair of the split test whose question an adapter was trained on, or one much like it."""
    held_back = [pair for pair in pairs if pair.split == "test"]
    prints = fingerprints([pair.question for pair in held_back])
    faults = []
    for path in (*adapter_files(settings), *metric_files(settings)):
        seen = read_questions(path)
        for pair, own in zip(held_back, prints, strict=True):
            if len(seen) and float(likeness(own, seen).max()) >= ALIKE:
                faults.append(f"{pair.id}: the adapter {path.stem} was trained on this question or one much like it")
    return faults


def _pair_faults(pair: Pair, index: Index) -> Iterator[str]:
    missing = [fault for place in pair.authorities if (fault := _place_fault(place, index))]
    yield from (f"{pair.id}: {fault}" for fault in missing)
    if missing:
        return
    text = normal("\n".join(text for place in pair.authorities for text in place_texts(place, index)))
    for alternatives in pair.key_facts:
        stands, explained = holds(text, alternatives), alternatives[0] in pair.not_in_text
        if not stands and not explained:
            yield f"{pair.id}: the key fact {' / '.join(alternatives)} {_why_not(alternatives, index)}"
        if stands and explained:
            yield f"{pair.id}: the key fact {alternatives[0]} does stand in its authorities, so not_in_text is wrong"


def _why_not(alternatives: tuple[str, ...], index: Index) -> str:
    """Where the fact stands instead, if anywhere: in the law first."""
    passages = sorted(index.passages.values(), key=lambda passage: not passage.kind.is_law)
    units = {p.unit: None for p in passages if holds(normal(p.text), alternatives)}
    places = [" ".join(part for part in unit if part) for unit in units]
    if not places:
        return "does not stand in its authorities, nor anywhere else in the index"
    more = f" and {len(places) - ELSEWHERE} other places" if len(places) > ELSEWHERE else ""
    return f"does not stand in its authorities, but in {', '.join(places[:ELSEWHERE])}{more}"


def _place_fault(place: Place, index: Index) -> str | None:
    if place.id not in index.authorities:
        return f"the index has no authority {place.id}"
    if place.article is None:
        return None
    passages = _passages(place, index)
    if not passages:
        return f"{place.id} has no {place.article}"
    lines = [Address(place.id, p.article, line.paragraph, line.item) for p in passages for line in p.lines]
    if not any(place.address.covers(line) for line in lines):
        shown = f"paragraph {place.paragraph}" + (f", item {place.item}" if place.item else "")
        return f"{place.id} {place.article} has no {shown}"
    return None


def _passages(place: Place, index: Index) -> list[Passage]:
    if place.article:
        return [p for own in index.units.get((place.id, place.article), {}).values() for p in own]
    return [p for p in index.passages.values() if p.authority == place.id]


def place_texts(place: Place, index: Index) -> Iterator[str]:
    """Yield what stands at a place, in every language: the article's text, or all of the authority with its names."""
    for passage in _passages(place, index):
        yield "\n".join((passage.article or passage.section or "", passage.text))
    if place.article is None:
        authority = index.authorities[place.id]
        yield "\n".join((authority.titles.zh, authority.titles.en, authority.number or ""))
