"""Does everything that one file says of another resolve?"""

from ingest.check.entry import Entry
from ingest.check.findings import Findings
from ingest.check.places import find_place, written_address
from retrieval.authority import CRIMINAL_LAW
from retrieval.references.case_numbers import CaseNumber, case_key
from retrieval.references.numbers import document_key


def check_references(entry: Entry, known: dict[str, Entry], findings: Findings) -> None:
    """Check the ids, articles and sections that one meta.yaml names."""
    authority = entry.authority
    if authority is None:
        return
    for name in ("replaced_by", "amended_by", "version_of"):
        other = getattr(authority, name)
        if other is not None and (other not in known or other == entry.id):
            findings.fault(entry.meta_path, entry.meta.line(name), f"{name}: there is no other authority {other!r}")
    _check_notes(entry, known, findings)
    _check_own_places(entry, findings)
    _check_charges(entry, known, findings)


def _check_notes(entry: Entry, known: dict[str, Entry], findings: Findings) -> None:
    for number, note in enumerate(entry.authority.notes if entry.authority else ()):
        if note.section is not None and not (entry.chinese and entry.chinese.find(note.section)):
            line = entry.meta.line("notes", number, "section")
            findings.fault(entry.meta_path, line, f"section: the Chinese text has no {note.section!r}")
        if note.authority:
            line = entry.meta.line("notes", number, "authority")
            place = note.authority
            check_address(entry, line, known, (place.id, place.article, place.paragraph, place.item), findings)


def check_address(
    entry: Entry, line: int, known: dict[str, Entry], place: tuple[str, str | None, int | None, str | None],
    findings: Findings,
) -> None:  # fmt: skip
    """Check that an address in another authority's text exists."""
    target = known.get(place[0])
    if target is None:
        findings.fault(entry.meta_path, line, f"there is no authority {place[0]!r}")
    elif isinstance(wrong := find_place(target, *place[1:]), str):
        findings.fault(entry.meta_path, line, wrong)


def _check_own_places(entry: Entry, findings: Findings) -> None:
    authority, chinese = entry.authority, entry.chinese
    for article in authority.articles if authority else ():
        if not (chinese and chinese.find(article)):
            findings.fault(
                entry.meta_path, entry.meta.line("articles", article), f"articles: the text has no {article}"
            )
    divisions = {name for block in (chinese.blocks if chinese else ()) for name in block.path}
    for name in authority.chapters_en if authority else ():
        if name not in divisions:
            findings.fault(
                entry.meta_path, entry.meta.line("chapters_en", name), f"chapters_en: the text has no {name!r}"
            )


def _check_charges(entry: Entry, known: dict[str, Entry], findings: Findings) -> None:
    for place, written in _charges(entry):
        line = entry.meta.line(*place)
        for one in str(written).split("、"):
            address = written_address(one)
            if address is None:
                findings.fault(entry.meta_path, line, f"{one!r} is not of the form 第二百八十五条第三款")
            else:
                check_address(entry, line, known, (CRIMINAL_LAW, *address), findings)


def _charges(entry: Entry) -> list[tuple[tuple[str | int, ...], object]]:
    """Every article of the Criminal Law that case facts and thresholds name, with its place in the file."""
    found: list[tuple[tuple[str | int, ...], object]] = []
    authority = entry.authority
    case = (authority.case if authority else None) or {}
    if isinstance(case.get("charge"), dict):
        found.append((("case", "charge", "article"), case["charge"].get("article")))
    stages = case.get("charge_path")
    for number, stage in enumerate(stages if isinstance(stages, list) else ()):
        if isinstance(stage, dict):
            found.append((("case", "charge_path", number, "article"), stage.get("article")))
    for number, threshold in enumerate(authority.thresholds if authority else ()):
        found.append((("thresholds", number, "charge_article"), threshold.get("charge_article")))
    return [(place, written) for place, written in found if written is not None]


def check_unique(entries: list[Entry], findings: Findings) -> None:
    """Check that no two folders have the same name, and no two authorities the same number."""
    ids: dict[str, Entry] = {}
    numbers: dict[CaseNumber | str, Entry] = {}
    for entry in entries:
        if entry.id in ids:
            findings.fault(entry.meta_path, 1, f"the folder name {entry.id} is taken by {ids[entry.id].folder}")
        ids.setdefault(entry.id, entry)
        number = entry.authority.number if entry.authority else None
        key = (case_key(number) or document_key(number) or number) if number else None
        if key in numbers and not _versions(entry, numbers[key]):
            line = entry.meta.line("number")
            findings.fault(entry.meta_path, line, f"number: {number} is also that of {numbers[key].id}")
        if key:
            numbers.setdefault(key, entry)


def _versions(one: Entry, other: Entry) -> bool:
    first, second = one.authority, other.authority
    return first is not None and second is not None and (first.version_of == other.id or second.version_of == one.id)
