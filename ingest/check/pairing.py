"""Does every line have its translation?"""

from itertools import zip_longest

from ingest.blocks import Block
from ingest.check.entry import Entry, Text
from ingest.check.findings import Findings
from retrieval.authority import Coverage, Kind


def check_pairing(entry: Entry, findings: Findings) -> None:
    """Check the languages against each other: articles or sections, their order, and their numbers of lines.

    Of a statute only the articles that matter here are translated, of everything else all.
    """
    chinese, english = entry.texts.get("zh"), entry.texts.get("en")
    for text in (chinese, english):
        if text and text.path:
            _check_form(text, findings)
    if english is None and (chinese is None or chinese.path):
        findings.fault(entry.meta_path, 1, "en.md is missing")
    if chinese is None and not (entry.authority and entry.authority.data_law_id):
        findings.fault(entry.meta_path, 1, "zh.md is missing, and there is no data_law_id")
    if chinese is None or english is None:
        return
    authority = entry.authority
    if authority is not None and authority.kind is Kind.STATUTE and authority.coverage != Coverage.RESTATED:
        _check_translated_articles(chinese, english, findings)
    else:
        _check_all(chinese, english, findings)


def _check_form(text: Text, findings: Findings) -> None:
    lines = text.source.split("\n")
    if not lines[0].startswith("# "):
        findings.fault(text.path, 1, "the first line must be `# ` and the title")
    if not text.source.endswith("\n"):
        findings.fault(text.path, len(lines), "the last line does not end")
    seen: set[str] = set()
    for block in text.blocks:
        name = block.article or block.section
        if name is None:
            findings.fault(text.path, text.line(block), "this text stands under no article or section")
        elif name in seen:
            findings.fault(text.path, text.line(block), f"{name} stands here a second time")
        seen.add(name or "")
        for number, line in enumerate(block.text.split("\n")):
            if not line.strip():
                findings.fault(text.path, text.line(block, number), "there is an empty line inside a text")
            elif line != line.strip():
                findings.fault(text.path, text.line(block, number), "the line begins or ends with a space")


def _check_translated_articles(chinese: Text, english: Text, findings: Findings) -> None:
    order = {block.article or block.section: number for number, block in enumerate(chinese.blocks)}
    last = -1
    for block in english.blocks:
        name = block.article or block.section
        if name not in order:
            findings.fault(english.path, english.line(block), f"the Chinese text has no {name}")
            continue
        if order[name] < last:
            findings.fault(english.path, english.line(block), f"{name} stands after a later article")
        last = order[name]
        _check_lines(chinese.blocks[order[name]], english, block, findings)


def _check_all(chinese: Text, english: Text, findings: Findings) -> None:
    for one, other in zip_longest(chinese.blocks, english.blocks):
        if one is None:
            findings.fault(english.path, english.line(other), f"{other.article or other.section} has no Chinese")
        elif other is None:
            findings.fault(chinese.path, chinese.line(one), f"{one.article or one.section} has no English")
        elif one.article != other.article:
            findings.fault(
                english.path, english.line(other),
                f"{other.article or other.section} stands where the Chinese has {one.article or one.section}",
            )  # fmt: skip
            return  # from here on everything would be out of step
        else:
            _check_lines(one, english, other, findings)
            if len(one.path) != len(other.path):
                findings.fault(
                    english.path, english.line(other), f"it stands under {other.path}, the Chinese under {one.path}"
                )


def _check_lines(one: Block, english: Text, other: Block, findings: Findings) -> None:
    lines = one.text.count("\n") + 1, other.text.count("\n") + 1
    if lines[0] != lines[1]:
        name = one.article or one.section
        findings.fault(english.path, english.line(other), f"{name} has {lines[1]} lines, in Chinese {lines[0]}")
