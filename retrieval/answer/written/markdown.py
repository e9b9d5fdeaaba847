"""A language model's Markdown and HTML as the plain paragraphs, lists and tables that answers are made of.

What a model sets as a quotation without quotation marks (a block quote, a code block, a sentence in italics behind a colon)
is put into them: thus it is held against its passage like all that is quoted.
"""

import re
from html import unescape

from retrieval.answer.written.links import without_links
from retrieval.language import HAN, visible
from retrieval.quotations import MARK, quotations

_FENCE = re.compile(
    r"^[ \t>]*(?:```|~~~)[^\n`]*\n(?P<words>.*?)(?:^[ \t>]*(?:```|~~~)[ \t]*$|\Z)", re.MULTILINE | re.DOTALL
)
_HTML = (
    (re.compile(r"<(script|style)\b[^<>]{0,200}>.*?(?:</\1\s*>|\Z)", re.IGNORECASE | re.DOTALL), ""),
    (re.compile(r"<blockquote\b[^<>]{0,200}>(.*?)(?:</blockquote\s*>|\Z)", re.IGNORECASE | re.DOTALL), r"\n\n```\n\1\n```\n\n"),
    (re.compile(r"<q\b[^<>]{0,200}>(.*?)</q\s*>", re.IGNORECASE | re.DOTALL), r"“\1”"),
    (re.compile(r"<(?:i|em|cite)>([^<>\n]{1,2000})</(?:i|em|cite)>", re.IGNORECASE), r"*\1*"),
    (re.compile(r"<sup>\s*\[?(\d{1,3})\]?\s*</sup>", re.IGNORECASE), r"[\1]"),
    (re.compile(r"<li\b[^<>]{0,200}>", re.IGNORECASE), "\n- "),
    (re.compile(r"<br\s*/?>", re.IGNORECASE), "\n"),
    (re.compile(r"</?(?:p|div|h[1-6]|ul|ol|tr)\b[^<>]{0,200}>", re.IGNORECASE), "\n\n"),
)  # fmt: skip
_ESCAPE = re.compile(r"\\([\\`*_{}\[\]()#+\-.!|>~])")
_DOUBLED = re.compile(r"\[\[([^\[\]\n]{1,40})\]\]")
_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<words>[^\n]*?)[ \t]*#*$", re.MULTILINE)
_RULE = re.compile(r"^ {0,3}(?:[-*_=][ \t]*){3,}$", re.MULTILINE)
_ALERT = re.compile(r"\[!(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION)\][ \t]*\n?")
_BULLET = re.compile(r"^[ \t]*[*+•‣▪·-][ \t]+(?=\S)", re.MULTILINE)
_NUMBERED = re.compile(r"^[ \t]+(?=\d{1,2}[.)、])", re.MULTILINE)
_QUOTE_LINE = re.compile(r"^[ \t]{0,3}(?:[>＞][ \t]?)+")
_EMPHASIS = re.compile(
    r"(?<![\d*])(?P<mark>\*\*\*|\*\*|\*|(?<!\w)___|(?<!\w)__|(?<!\w)_|~~)(?=\S)(?P<words>[^*_~\n]{1,2000}?)(?<=\S)(?P=mark)(?!(?<=_)\w|(?<=\*)\d)"
)
_CODE = re.compile(r"(`{1,2})(?!`)(?P<words>[^`\n]{1,2000}?)\1(?!`)")
_TEX_QUOTE = re.compile(r"``(?P<words>[^`'\n]{1,2000})''")
_INTRODUCED = re.compile(
    r"(?:[:：]|规定|载明|写明|写道|原文为?|\b(?:says?|states?|provides?|reads?|stipulates?)(?: that)?,?)(?:\s*\[\d+\])*\s*$",
    re.IGNORECASE,
)
_LEAST_HAN, _LEAST_WORDS = 10, 5  # of emphasised words that can be a quotation; fewer stress a term
_SEPARATOR = re.compile(r"^[ \t]*\|?(?:[ \t]*:?-+:?[ \t]*\|)+(?:[ \t]*:?-+:?[ \t]*)?$")
_ONLY_MARKS = re.compile(rf"\s*(?:{MARK.pattern}\s*)+")
_SOURCE = re.compile(r"^[ \t]*(?:—|–|--|出处|来源|Source\b)[^\n]*$", re.IGNORECASE)


def plain_markdown(written: str) -> str:
    """Return what a model wrote without HTML, code blocks, escapes, and signs that a reader cannot see."""
    text = unescape(visible(written.replace("\r\n", "\n").replace("\r", "\n")))
    for tag, instead in _HTML:
        text = tag.sub(instead, text)
    text = _FENCE.sub(lambda match: "\n" + "".join(f"> {line}\n" for line in match["words"].split("\n")), text)
    return _DOUBLED.sub(r"[\1]", _ESCAPE.sub(r"\1", text))


def plain_text(markdown: str) -> str:
    """Return plain Markdown as plain text: no markup, no address of another place.

    :param markdown: Its citation numbers have their one form.
    """
    text = _RULE.sub("", _tables(without_links(_ALERT.sub("", markdown))))
    text = _NUMBERED.sub("", _BULLET.sub("- ", _HEADING.sub(r"\n\g<words>\n", text)))
    text = _TEX_QUOTE.sub(r"“\g<words>”", text)
    for _ in range(2):  # ***so***, **“*so*”**
        text = _EMPHASIS.sub(_stressed, text)
    return re.sub(r"\n{3,}", "\n\n", _block_quotes(_CODE.sub(_stressed, text))).strip()


def _stressed(match: re.Match[str]) -> str:
    """The words without their marks; in quotation marks if they are long and what goes before introduces a quotation."""
    words = match["words"]
    is_long = len(HAN.findall(words)) >= _LEAST_HAN or len(words.split()) > _LEAST_WORDS
    before = match.string[max(0, match.start() - 60) : match.start()]
    return _quoted(words) if is_long and _INTRODUCED.search(before) else words


def _quoted(words: str, marks: str = "") -> str:
    """Words in quotation marks, if they have none, and behind them the numbers that stood among them.

    :param marks: The numbers of words that have none of their own.
    """
    own = _numbers(words) or marks
    bare = re.sub(rf" ?{MARK.pattern}", "", words).strip()
    return (bare if next(quotations(bare), None) else f"“{bare}”") + own


def _block_quotes(text: str) -> str:
    """Put block quotes into quotation marks, behind the words that introduce them and before what names their source."""
    out: list[str] = []
    lines = text.split("\n")
    at = 0
    while at < len(lines):
        if not _QUOTE_LINE.match(lines[at]):
            out.append(lines[at])
            at += 1
            continue
        end = next((n for n in range(at, len(lines)) if not _QUOTE_LINE.match(lines[n])), len(lines))
        behind = next((n for n in range(end, len(lines)) if lines[n].strip()), len(lines))
        source = lines[behind].strip() if behind < len(lines) and _is_source(lines[behind]) else ""
        following = behind + 1 if source else end
        while out and not out[-1].strip():
            out.pop()
        lead = out.pop().rstrip() if out and _INTRODUCED.search(out[-1]) else ""
        words = "\n".join(_QUOTE_LINE.sub("", line).rstrip() for line in lines[at:end])
        made = _paragraphs(words, _numbers(f"{source} {lead}"))
        source = "" if _ONLY_MARKS.fullmatch(source) else source  # they stand behind each paragraph already
        out += ["", " ".join(part for part in (lead, "\n\n".join(made), source) if part), ""]
        at = following
    return "\n".join(out)


def _paragraphs(words: str, marks: str) -> list[str]:
    """The paragraphs of a block quote, each in quotation marks; a last line that names the source stays outside of them."""
    words, _, last = words.strip().rpartition("\n")
    if not words or not _is_source(last):
        words, last = f"{words}\n{last}", ""
    marks = _numbers(last) or marks
    made = [_quoted(part, marks) for part in re.split(r"\n[ \t]*\n", words) if MARK.sub("", part).strip()]
    return [*made[:-1], f"{made[-1]} {last.strip()}".strip()] if made else []


def _numbers(text: str) -> str:
    """The numbers in a text, each once, as they stand behind words."""
    return "".join(dict.fromkeys(match[0] for match in MARK.finditer(text)))


def _is_source(line: str) -> bool:
    return bool(_SOURCE.match(line) or _ONLY_MARKS.fullmatch(line))


def _tables(text: str) -> str:
    """Bring tables to the one form that answers have; a cell's blanks and its sides do not matter."""
    lines = text.split("\n")
    for at in range(1, len(lines)):
        if not _SEPARATOR.match(lines[at]) or "|" not in lines[at - 1]:
            continue
        width = len(_cells(lines[at]))
        lines[at - 1], lines[at] = _row(lines[at - 1], width), f"| {' | '.join(['---'] * width)} |"
        following = at + 1
        while following < len(lines) and "|" in lines[following]:
            lines[following] = _row(lines[following], width)
            following += 1
    return "\n".join(lines)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in line.strip().removeprefix("|").removesuffix("|").split("|")]


def _row(line: str, width: int) -> str:
    cells = _cells(line)
    cells = [*cells[: width - 1], " ".join(cells[width - 1 :])] if len(cells) > width else cells
    return f"| {' | '.join([*cells, *[''] * (width - len(cells))])} |"
