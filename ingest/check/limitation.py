"""Can limitation be reckoned from the Criminal Law's words: its periods, and the ranges of the crimes with thresholds?"""

from ingest.check.entry import Entry
from ingest.check.findings import Findings
from retrieval.amounts.placed import TIERS
from retrieval.amounts.threshold import Threshold
from retrieval.authority import CRIMINAL_LAW
from retrieval.passage import Passage
from retrieval.reckoning.punishments import LIMITATION, LONGEST, longest_term, read_periods, read_ranges


def check_limitation(entries: list[Entry], findings: Findings) -> None:
    """Check that each range of punishment on which a threshold turns is read, and has one period of limitation."""
    law = next((entry for entry in entries if entry.id == CRIMINAL_LAW), None)
    if law is None or law.chinese is None:
        return
    longest, periods = longest_term(_text(law, LONGEST)), read_periods(_text(law, LIMITATION))
    if longest is None or [p.years for p in periods] != sorted({p.years for p in periods}) or not periods:
        findings.fault(
            law.meta_path, 1, f"limitation: the periods in {LIMITATION} or the term in {LONGEST} are not read"
        )
        return
    for entry in entries:
        for number, threshold in enumerate(entry.authority.thresholds if entry.authority else ()):
            article, tier = threshold.get("charge_article"), threshold.get("tier")
            if not article or tier not in TIERS:
                continue
            paragraphs = Threshold.model_validate(threshold).charge_paragraphs or (1,)
            ranges = [own for one in paragraphs for own in read_ranges(_paragraphs(law, article), one, longest)]
            line = entry.meta.line("thresholds", number, "charge_article")
            if not [own for own in ranges if len({one.tier for one in ranges}) == 1 or own.tier == tier]:
                findings.fault(
                    entry.meta_path, line, f"limitation: no range of punishment for {tier} is read in {article}"
                )
            if any(sum(period.covers(own) for period in periods) != 1 for own in ranges):
                findings.fault(entry.meta_path, line, f"limitation: a range in {article} has not one period")


def _text(law: Entry, article: str) -> str:
    block = law.chinese.find(article) if law.chinese else None
    return block.text if block else ""


def _paragraphs(law: Entry, article: str) -> dict[int, str]:
    """The lines that begin the paragraphs of an article."""
    text = _text(law, article)
    found: dict[int, str] = {}
    if law.authority and text:
        for line in Passage("", law.id, law.authority.kind, "zh", text, article).lines:
            if line.paragraph:
                found.setdefault(line.paragraph, text[line.start : line.end])
    return found
