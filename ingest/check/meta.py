"""Are the fields of meta.yaml complete, of the right form, and in agreement with each other?"""

from typing import Any

from pydantic import BaseModel, ValidationError

from ingest.check.entry import Entry
from ingest.check.findings import Findings
from ingest.check.schemas import FOLDERS, SECTIONS, Both, CaseFacts, Origin
from retrieval.amounts.threshold import Threshold
from retrieval.authority import LONGEST_SUSPENDED_TERM, Kind, Status

_ENDED = (Status.AMENDED, Status.SUPERSEDED, Status.REPEALED)


def check_meta(entry: Entry, findings: Findings) -> None:
    """Check one authority's fields."""
    for key, line in entry.meta.doubled:
        findings.fault(entry.meta_path, line, f"{key}: this field stands here a second time")
    if entry.authority is None:
        return
    _check_names(entry, findings)
    _check_status(entry, findings)
    _check_parts(entry, findings)
    if entry.authority.kind.is_decision:
        _check_case(entry, findings)
    elif entry.authority.case is not None:
        findings.fault(entry.meta_path, entry.meta.line("case"), "case: only a case or a penalty has these facts")


def _check_names(entry: Entry, findings: Findings) -> None:
    authority, line = entry.authority, entry.meta.line
    if FOLDERS.get(entry.folder.parent.name) is not authority.kind:
        findings.fault(
            entry.meta_path, line("kind"), f"kind: a {authority.kind} does not belong into {entry.folder.parent.name}/"
        )
    for language in ("zh", "en"):
        if not getattr(authority.titles, language).strip():
            findings.fault(entry.meta_path, line("titles", language), f"titles: {language} is empty")
        if not getattr(authority.short, language):
            findings.fault(entry.meta_path, line("short", language), f"short: {language} has no name")
    if authority.kind.is_law and not entry.meta.content.get("used_for"):
        findings.fault(entry.meta_path, line("used_for"), "used_for: missing; say what it is for in a defence")


def _check_status(entry: Entry, findings: Findings) -> None:
    authority, line = entry.authority, entry.meta.line
    faults = []
    if not authority.kind.is_law and authority.status is not Status.UNKNOWN:
        faults.append(("status", f"a {authority.kind} does not come into force: unknown"))
    if authority.status is Status.DRAFT and (authority.effective or authority.ended):
        faults.append(("status", "a draft has no dates of force"))
    if authority.status is Status.NOT_YET_IN_FORCE and not authority.effective:
        faults.append(("status", "not_yet_in_force, yet effective is not given: it would never come into force"))
    if authority.status is Status.IN_FORCE and (authority.ended or authority.replaced_by):
        faults.append(("status", "in_force, yet ended or replaced_by is given"))
    if authority.ended and authority.status not in (*_ENDED, Status.UNKNOWN):
        faults.append(("ended", f"given, yet the status is {authority.status}"))
    if authority.status in (Status.SUPERSEDED, Status.REPEALED) and not (authority.ended or authority.replaced_by):
        faults.append(("status", f"{authority.status}, yet neither ended nor replaced_by is given"))
    if authority.data_law_id and authority.kind is not Kind.STATUTE:
        faults.append(("data_law_id", "the data file holds statutes only"))
    for article, own in authority.articles.items():
        if own.ended and not authority.ended and (own.status or authority.status) not in _ENDED:
            faults.append(("articles", f"{article} ended, yet its status is {own.status or authority.status}"))
    for name, text in faults:
        findings.fault(entry.meta_path, line(name), f"{name}: {text}")


def _check_parts(entry: Entry, findings: Findings) -> None:
    authority = entry.authority
    _validate(entry, findings, Origin, authority.source, "source")
    for number, threshold in enumerate(authority.thresholds):
        _validate(entry, findings, Threshold, threshold, "thresholds", number)
    for name in ("issuer", "used_for"):
        if getattr(authority, name) is not None:
            _validate(entry, findings, Both, getattr(authority, name).model_dump(), name)
    for number, note in enumerate(authority.notes):
        for language in ("zh", "en"):
            if not getattr(note, language).strip():
                findings.fault(
                    entry.meta_path, entry.meta.line("notes", number, language), f"notes: {language} is empty"
                )


def _check_case(entry: Entry, findings: Findings) -> None:
    authority, line = entry.authority, entry.meta.line
    if authority.case is None:
        findings.fault(entry.meta_path, 1, "case: the facts are missing")
        return
    facts = _validate(entry, findings, CaseFacts, authority.case, "case")
    if facts and facts.suspended_months and (facts.term_months or 0) > LONGEST_SUSPENDED_TERM:
        findings.fault(
            entry.meta_path,
            line("case", "suspended_months"),
            f"case: a term above {LONGEST_SUSPENDED_TERM} months cannot be suspended",
        )
    if facts and facts.confidence != authority.source.get("confidence"):
        findings.fault(entry.meta_path, line("case", "confidence"), "case: the confidence is not the one under source")
    for language, text in entry.texts.items():
        headings = [block.section for block in text.blocks]
        if headings != SECTIONS[language]:
            findings.fault(
                entry.where(language), 1, f"the sections must be {', '.join(SECTIONS[language])}, not {headings}"
            )


def _validate(entry: Entry, findings: Findings, model: type[BaseModel], value: Any, *place: str | int) -> Any:
    try:
        return model.model_validate(value)
    except ValidationError as error:
        for fault in error.errors():
            where = (*place, *fault["loc"])
            findings.fault(
                entry.meta_path, entry.meta.line(*where),
                f"{'.'.join(map(str, where))}: {fault['msg']}, not {fault['input']!r:.80}",
            )  # fmt: skip
        return None
