"""All checks, one after the other."""

from pathlib import Path

from ingest.check.dates import check_dates, check_successions
from ingest.check.english import check_english
from ingest.check.entry import Entry, read_entries
from ingest.check.figures import check_figures
from ingest.check.findings import Findings
from ingest.check.glossary import check_glossary
from ingest.check.joined import check_joined
from ingest.check.limitation import check_limitation
from ingest.check.meta import check_meta
from ingest.check.pairing import check_pairing
from ingest.check.questions import check_questions
from ingest.check.references import check_references, check_unique
from ingest.check.table import check_table
from ingest.check.thresholds import check_thresholds
from ingest.check.translated import read_named, remark_untranslated
from ingest.check.wording import check_wording, read_digests


def check_corpus(corpus: Path) -> tuple[Findings, list[Entry]]:
    """Check a corpus folder.

    :return: What is to be said, in the order of files and lines, and the authorities.
    """
    findings = Findings()
    entries = read_entries(corpus, findings)
    known = {entry.id: entry for entry in entries}
    digests = read_digests()
    for entry in entries:
        check_meta(entry, findings)
        check_dates(entry, findings)
        check_pairing(entry, findings)
        check_references(entry, known, findings)
        check_thresholds(entry, findings)
        check_wording(entry, digests, findings)
        check_english(entry, findings)
        check_figures(entry, findings)
    check_unique(entries, findings)
    check_successions(entries, findings)
    check_glossary(corpus, known, findings)
    check_questions(corpus, known, findings)
    check_joined(entries, findings)
    check_limitation(entries, findings)
    check_table(corpus, entries, findings)
    remark_untranslated(entries, read_named(), findings)
    findings.faults = sorted(set(findings.faults))
    findings.remarks.sort()
    return findings, entries
