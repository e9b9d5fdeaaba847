"""Do the dates follow each other?"""

from datetime import date, timedelta
from itertools import pairwise

from ingest.check.entry import Entry
from ingest.check.findings import Findings

_ORDER = ("adopted", "published", "effective", "ended")


def check_dates(entry: Entry, findings: Findings) -> None:
    """Check adopted <= published <= effective <= ended, of the whole and of single articles."""
    authority = entry.authority
    if authority is None:
        return
    given = [(name, day) for name in _ORDER if (day := getattr(authority, name))]
    for (earlier, first), (later, second) in pairwise(given):
        if first > second:
            _fault(entry, findings, f"{later} {second} is before {earlier} {first}", later)
    if authority.revised and authority.effective and authority.revised < authority.effective:
        _fault(entry, findings, f"revised {authority.revised} is before effective {authority.effective}", "revised")
    for article, own in authority.articles.items():
        begin, end = own.effective or authority.effective, own.ended or authority.ended
        for paragraph, day in own.paragraphs.items():
            if begin and day >= begin:
                _fault(
                    entry,
                    findings,
                    f"{article}: paragraph {paragraph} since {day}, which is no earlier than the whole",
                    "articles",
                    article,
                )
        if begin and end and begin > end:
            _fault(entry, findings, f"{article}: ended {end} is before effective {begin}", "articles", article)


def check_successions(entries: list[Entry], findings: Findings) -> None:
    """Check that a text ends on the day before the text that takes its place begins."""
    known = {entry.id: entry.authority for entry in entries if entry.authority}
    for entry in entries:
        successor = known.get(entry.authority.replaced_by or "") if entry.authority else None
        if successor and entry.authority.ended and successor.effective:
            last: date = successor.effective - timedelta(days=1)
            if entry.authority.ended != last:
                _fault(
                    entry,
                    findings,
                    f"ended {entry.authority.ended}, yet {successor.id} begins {successor.effective}",
                    "ended",
                )


def _fault(entry: Entry, findings: Findings, text: str, *place: str) -> None:
    findings.fault(entry.meta_path, entry.meta.line(*place), text)
