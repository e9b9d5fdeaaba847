"""What an exported file holds, before it is Word or Markdown: the answers, their notes, the table of authorities."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from prompts import say
from retrieval.authority import Kind, Status
from retrieval.result import Citation
from web.moments import told_moment
from web.transcripts.changes import changed_lines
from web.transcripts.conversation import Conversation, Message
from web.transcripts.pieces import Piece, blocks_of, list_of, pieces_of, table_of
from web.transcripts.sources import Changed, ShownSource, citation_of
from web.transcripts.store import now
from web.validity import dates_text

_CHECKS = ("exists", "in_force", "verbatim", "supported")
_KINDS = list(Kind)


@dataclass(frozen=True)
class Note:
    """A footnote.

    :param number: Counted through the file.
    :param label: The citation in its usual form.
    :param quote: The words quoted, empty if the corpus does not hold the text.
    :param facts: Status and dates, the four checks, what has changed since: a sentence each.
    """

    number: int
    label: str
    quote: str
    facts: tuple[str, ...]


@dataclass(frozen=True)
class Run:
    """A stretch of text, or the place of a note.

    :param again: Whether the note stands elsewhere already and is only pointed to.
    """

    piece: Piece
    note: Note | None = None
    again: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph, whose runs may hold line feeds, the items of the list that it heads, or a table of rows of cells of runs."""

    runs: tuple[Run, ...] = ()
    items: tuple[tuple[Run, ...], ...] = ()
    rows: tuple[tuple[tuple[Run, ...], ...], ...] = ()


@dataclass(frozen=True)
class ExportedAnswer:
    """A question with its answer.

    :param facts: When it was asked and for which date, how it was made, from which version of the corpus.
    """

    question: str
    facts: str
    blocks: tuple[Block, ...]


@dataclass
class Authority:
    """A row of the table of authorities."""

    title: str
    other_title: str
    number: str
    kind: Kind | None
    force: list[str] = field(default_factory=list)
    cited: list[str] = field(default_factory=list)
    notes: list[int] = field(default_factory=list)


@dataclass(frozen=True)
class Memo:
    """A whole file.

    :param language: That of its own words; questions, answers and quotations keep theirs.
    :param notes: Empty if it is to have no footnotes.
    """

    title: str
    language: str
    exported: str
    answers: tuple[ExportedAnswer, ...]
    notes: tuple[Note, ...]
    authorities: tuple[Authority, ...]
    disclaimer: str


def make_memo(conversation: Conversation, messages: Sequence[Message], language: str, citations: bool) -> Memo:
    """Return a conversation, or some of its messages, as a memo.

    :param citations: Whether the numbers of the citations become footnotes; else they are left out.
    """
    notes = _Notes(language, citations)
    answers = tuple(_answer(message, notes, language) for message in messages)
    one = messages[0].question if len(messages) == 1 < len(conversation.messages) else conversation.title
    return Memo(
        title=" ".join(one.split())[:200], language=language, exported=told_moment(now(), language),
        answers=answers, notes=tuple(notes.made), authorities=_authorities(messages, notes, language),
        disclaimer=say(language, "page_disclaimer"),
    )  # fmt: skip


class _Notes:
    """The notes of a file: one for each citation, at the first place that has its number."""

    def __init__(self, language: str, wanted: bool) -> None:
        self._language, self.wanted = language, wanted
        self.made: list[Note] = []
        self._known: dict[tuple[str, int], Note] = {}

    def run(self, message: Message, shown: ShownSource, citation: Citation, piece: Piece) -> Run:
        key = (message.id, citation.n)
        if known := self._known.get(key):
            return Run(piece, known, again=True)
        note = _note(len(self.made) + 1, message, shown, citation, self._language)
        self.made.append(note)
        self._known[key] = note
        return Run(piece, note)

    def number(self, message: Message, n: int) -> int | None:
        note = self._known.get((message.id, n))
        return note.number if note else None


def _note(number: int, message: Message, shown: ShownSource, citation: Citation, language: str) -> Note:
    facts = []
    if citation.passage_id is None:
        facts.append(say(language, "export_not_held"))
    elif force := _force(citation, language):
        facts.append(_sentence(force, language))
    as_of = message.reply.answer.as_of if message.reply else None
    checks = say(language, "export_between").join(_check(name, citation, as_of, language) for name in _CHECKS)
    facts.append(_sentence(f"{say(language, 'export_checks')} {checks}", language))
    if changed := message.changed.get(citation.passage_id or ""):
        facts.append(_changed(changed, language))
    return Note(number, _usual(shown, citation, language), citation.quote, tuple(facts))


def _check(name: str, citation: Citation, as_of: date | None, language: str) -> str:
    outcome = getattr(citation.checks, name) or "none"
    words = say(language, f"check_{name}_{outcome}", date=as_of)
    return say(language, "export_check", check=say(language, f"check_{name}"), words=words)


def _usual(shown: ShownSource, citation: Citation, language: str) -> str:
    if shown.usual:
        return shown.usual.zh if language == "zh" else shown.usual.en
    return citation.label


def _force(citation: Citation, language: str) -> str:
    """Status and dates; the kind for what is no law."""
    if citation.kind is None or not citation.kind.is_law:
        return say(language, f"kind_{citation.kind}") if citation.kind else ""
    status = say(language, f"status_{citation.status}")
    dates = dates_text(citation.effective_from, citation.effective_to, language)
    if citation.status is Status.IN_FORCE and citation.effective_from:
        return dates  # they say it
    return say(language, "export_force", status=status[:1].upper() + status[1:], dates=dates[:1].lower() + dates[1:])


def _changed(changed: Changed, language: str) -> str:
    return say(language, "export_changed") + say(language, "export_blank").join(("", *changed_lines(changed, language)))


def _sentence(text: str, language: str) -> str:
    return text[:1].upper() + text[1:] + say(language, "export_stop")


def _answer(message: Message, notes: _Notes, language: str) -> ExportedAnswer:
    asked = told_moment(message.asked, language)
    if message.reply is None:
        drafted = tuple(Block((Run(Piece(block)),)) for block in blocks_of(message.draft))
        facts = f"{say(language, 'export_asked_only', asked=asked)} {say(language, 'export_stopped')}"
        return ExportedAnswer(message.question, facts, drafted)
    answer = message.reply.answer
    facts = say(
        language, "export_asked", asked=asked, as_of=answer.as_of, mode=say(language, f"export_mode_{answer.mode}"),
        index=message.reply.index_id or say(language, "export_unknown_index"),
    )  # fmt: skip
    citations = {c.n: c for c in answer.citations}

    def runs(text: str) -> tuple[Run, ...]:
        pieces = pieces_of(text, citations)
        made = []
        for piece, following in zip(pieces, [*pieces[1:], None], strict=True):
            if piece.kind != "number":
                # a note stands close to its words; without notes, no blank stays behind
                before = following is not None and following.kind == "number"
                made.append(Run(replace(piece, text=piece.text.rstrip(" ") if before else piece.text)))
            elif notes.wanted:
                made.append(notes.run(message, message.reply.sources[f"cite-{piece.n}"], citations[piece.n], piece))
        return tuple(made)

    blocks = []
    for block in blocks_of(answer.answer):
        if rows := table_of(block):
            blocks.append(Block(rows=tuple(tuple(map(runs, row)) for row in rows)))
            continue
        head, *items = list_of(block, citations) or [block]
        blocks.append(Block(runs(head), tuple(map(runs, items))))
    return ExportedAnswer(message.question, facts, tuple(blocks))


def _authorities(messages: Sequence[Message], notes: _Notes, language: str) -> tuple[Authority, ...]:
    """What is cited, each authority once, in the order of its weight."""
    rows: dict[tuple[str, str], Authority] = {}
    for message in messages:
        for shown in message.reply.sources.values() if message.reply else ():
            citation = citation_of(shown)
            if citation is None:
                continue
            titles = (
                (citation.title.zh, citation.title.en) if language == "zh" else (citation.title.en, citation.title.zh)
            )
            key = (shown.authority or citation.title.zh, citation.number or "")
            row = rows.setdefault(
                key, Authority(titles[0] or titles[1], titles[1], citation.number or "", citation.kind)
            )
            force = _force(citation, language) or say(language, "export_not_held")
            _add(row.force, force)
            _add(row.cited, citation.label)
            _add(row.notes, notes.number(message, citation.n))
    return tuple(sorted(rows.values(), key=lambda row: _KINDS.index(row.kind) if row.kind else len(_KINDS)))


def _add(values: list, value: object) -> None:
    if value is not None and value not in values:
        values.append(value)
