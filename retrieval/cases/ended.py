"""Whether a case ended in some way, by its fields: yes, no, or not known."""

import re
from collections.abc import Callable, Iterable

from retrieval.cases.endings import Ending
from retrieval.cases.records import Record

_NOT_KNOWN = re.compile("不详|未核实|未见")
_TAKEN = re.compile("罚款|没收")
_HELD = re.compile("拘留|抓获|逮捕|取保候审")


def ended(record: Record, endings: Iterable[Ending], either: bool = False) -> bool | None:
    """Return whether a case ended as is asked; None if its fields do not tell.

    :param either: Whether one of the endings is enough.
    """
    told = [_told(record, ending) for ending in endings]
    if either:
        return True if True in told else None if None in told else False
    return False if False in told else None if None in told else True


def _told(record: Record, ending: Ending) -> bool | None:
    is_so = _ENDED[ending.name](record)
    return not is_so if ending.denied and is_so is not None else is_so


def _outcome(record: Record) -> str:
    return (record.facts.get("outcome") or {}).get("zh") or ""


def _unless_known(is_so: bool, record: Record) -> bool | None:
    """What the outcome says; where it does not tell all, it does not say that it was not so."""
    return True if is_so else None if _NOT_KNOWN.search(_outcome(record)) or not _outcome(record) else False


def _acquitted(record: Record) -> bool | None:
    return False if record.charge else _unless_known("无罪" in _outcome(record), record)


def _not_prosecuted(record: Record) -> bool | None:
    return False if record.charge else _unless_known("不起诉" in _outcome(record), record)


def _cleared(record: Record) -> bool | None:
    return ended(record, (Ending("acquitted"), Ending("not_prosecuted")), either=True)


def _convicted(record: Record) -> bool | None:
    """The field of the charge is filled where a court found it proved."""
    if record.charge or record.is_penalty:
        return bool(record.charge)
    return False if _cleared(record) else None


def _suspended(record: Record) -> bool | None:
    """Of a sentence: a case that ended without one is not among those that were not suspended."""
    return {"yes": True, "no": False}.get(record.suspended or "")


def _jailed(record: Record) -> bool | None:
    """A term that is not known to be suspended counts as served, and its absence only if that is known."""
    if record.term is not None or record.suspended == "yes":
        return record.suspended != "yes"
    return False if _convicted(record) is False else None


def _detained(record: Record) -> bool | None:
    return _unless_known(record.term is not None or bool(_HELD.search(_outcome(record))), record)


def _fined(record: Record) -> bool | None:
    """A sentence of which no fine is told may have had one: 有无罚金不详."""
    if record.facts.get("fine") is not None or "罚款" in _outcome(record):
        return True
    return None if record.charge else _unless_known(False, record)


def _warned(record: Record) -> bool | None:
    return _unless_known("警告" in _outcome(record) and not _TAKEN.search(_outcome(record)), record)


def _punished(record: Record) -> bool | None:
    return True if record.is_penalty or record.charge else _convicted(record)


def _company(record: Record) -> bool | None:
    return record.names_company if record.is_penalty else None


def _changed(record: Record) -> bool | None:
    stages = record.facts.get("charge_path") or ()
    return len({stage.get("zh") for stage in stages}) > 1 if len(stages) > 1 else None


_ENDED: dict[str, Callable[[Record], bool | None]] = {
    "acquitted": _acquitted, "cleared": _cleared, "not_prosecuted": _not_prosecuted, "convicted": _convicted,
    "suspended": _suspended, "jailed": _jailed, "detained": _detained, "fined": _fined, "warned": _warned,
    "punished": _punished, "company": _company, "changed": _changed,
}  # fmt: skip
