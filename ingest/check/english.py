"""Is the English of the law English, and is 以上 the right English?"""

import re

from ingest.check.entry import Entry
from ingest.check.findings import Findings
from retrieval.language import HAN

_MORE_THAN = re.compile(
    r"(?<!not )(?<!no )\bmore than\b|\bexceeding\b(?= [\d,]+ )|\bover (?=[\d,]+ (?:yuan|person))", re.IGNORECASE
)


def check_english(entry: Entry, findings: Findings) -> None:
    """Check en.md of a law: no Chinese characters, and `or more` where the Chinese has 以上, which includes the figure."""
    english, chinese = entry.texts.get("en"), entry.chinese
    if english is None or english.path is None or entry.authority is None or not entry.authority.kind.is_law:
        return
    for number, line in enumerate(english.source.split("\n"), 1):
        if match := HAN.search(line):
            findings.fault(
                english.path, number, f"there is Chinese in the English text: {line[match.start() :][:20]!r}"
            )
    for position, block in enumerate(english.blocks):
        if chinese is None:
            continue
        if block.article:
            other = chinese.find(block.article)
        else:
            other = chinese.blocks[position] if position < len(chinese.blocks) else None
        for number, (zh, en) in enumerate(
            zip(other.text.split("\n") if other else (), block.text.split("\n"), strict=False)
        ):
            if "以上" in zh and (match := _MORE_THAN.search(en)):
                findings.fault(
                    english.path, english.line(block, number),
                    f"the Chinese has 以上, which includes the figure, the English {en[match.start() :][:30]!r}",
                )  # fmt: skip
