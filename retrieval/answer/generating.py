"""Let a language model write the answer from numbered passages, and check every sentence of it."""

from collections.abc import Iterator
from contextlib import closing
from time import perf_counter

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage

from prompts import say, text_of
from retrieval.answer.amounts import reckoned_blocks
from retrieval.answer.sources import ALSO_FOUND, citation, ranked_source
from retrieval.answer.written.fence import fenced, on_one_line
from retrieval.answer.written.markdown import plain_markdown, plain_text
from retrieval.answer.written.markers import CitationMarkers
from retrieval.answer.written.model_errors import ModelError
from retrieval.answer.written.repeated import RulesWatch
from retrieval.answer.written.review import Material, Sentence, review
from retrieval.answer.written.stream import LIMIT_S, written_by
from retrieval.answer.written.thinking import ThoughtFilter, without_thoughts
from retrieval.checks import judge
from retrieval.index import Index
from retrieval.language import visible
from retrieval.passage import Passage
from retrieval.reckoning.reckon import reckon
from retrieval.result import Answer, Citation, Outcome
from retrieval.search import Search
from retrieval.words.tokens import tokenize

PASSAGES = 8
TURNS = 6
TURN_CHARACTERS = 8000  # of each; what a client calls a turn may be anything


def messages(search: Search, index: Index) -> list[BaseMessage]:
    """Return what the model is sent: the rules, the turns before, the passages and the question.

    Passages stand in tags of their own, their names too, because a document's name is its author's: all that is data.
    Neither they nor the turns nor the question can write such a tag.
    """
    language = search.question.answer_language
    blocks = []
    for number, found in enumerate(search.found[:PASSAGES], 1):
        source = ranked_source(index, found, number, search.question)
        dates = f", {source.effective_from} –" if source.effective_from else ""
        head = say(
            language,
            "passage_head",
            n=number,
            dates=dates,
            status=say(language, f"status_{source.status}"),
        )
        name, text = on_one_line(source.label), fenced(found.passage.text)
        blocks.append(f'{head}\n<passage n="{number}">\n<source>{name}</source>\n{text}\n</passage>')
    history = [
        (HumanMessage if turn.role == "user" else AIMessage)(fenced(turn.content[:TURN_CHARACTERS]))
        for turn in search.question.request.history[-TURNS:]
    ]
    asked = say(language, "ask", question=fenced(search.question.request.question))
    passages = say(language, "passages", as_of=search.question.as_of)
    return [
        SystemMessage(text_of(f"generating-{language}")),
        *history,
        HumanMessage("\n\n".join([passages, *blocks, asked])),
    ]


def generate(search: Search, index: Index, model: BaseChatModel, limit_s: float = LIMIT_S) -> Iterator[str | Answer]:
    """Yield the answer's text as it is written, numbers brought to one form, and at last the checked answer.

    Whoever stops reading closes the model's stream, and with it the connection.

    :param model: Any LangChain chat model.
    :param limit_s: The seconds that the whole answer may take.
    :raises ModelError: If it fails, writes nothing but its thoughts, or its rules, is cut off or takes too long.
    """
    passages = [found.passage for found in search.found[:PASSAGES]]
    raw: list[str] = []
    with closing(written_by(model, messages(search, index), limit_s)) as text:
        yield from _draft(text, raw, RulesWatch(text_of(f"generating-{search.question.answer_language}")), passages)
    markers = CitationMarkers(range(1, len(passages) + 1))
    whole = markers.feed(plain_markdown(without_thoughts("".join(raw)))) + markers.close()
    if not whole.strip():
        raise ModelError("nothing")
    written = _checked(plain_text(whole), markers, passages, search, index)
    before = len(written.answer)
    _reckon(written, search, index)
    if added := written.answer[before:]:
        yield added
    yield written


def _draft(text: Iterator[str], raw: list[str], watch: RulesWatch, passages: list[Passage]) -> Iterator[str]:
    """Yield what is shown of an answer while it is written.

    :param raw: Takes all pieces as they come.
    """
    thoughts, markers = ThoughtFilter(), CitationMarkers(range(1, len(passages) + 1))

    def shown(piece: str) -> str:
        watch.feed(piece)
        return markers.feed(visible(piece))

    for new in text:
        raw.append(new)
        if piece := shown(thoughts.feed(new)):
            yield piece
    if piece := shown(thoughts.close()) + markers.close():
        yield piece


def _reckon(written: Answer, search: Search, index: Index) -> None:
    """Add what the question's amounts reach: figures are reckoned by code, never by the model."""
    citations = list(written.citations)
    blocks = reckoned_blocks(reckon(search, index), search, index, citations)
    if blocks:
        added = Answer(
            answer="\n\n".join(blocks), language=written.language, as_of=written.as_of,
            citations=citations[len(written.citations) :],
        )  # fmt: skip
        written.citations += judge(added, index).citations
        written.answer += f"\n\n{added.answer}"


def _checked(text: str, markers: CitationMarkers, passages: list[Passage], search: Search, index: Index) -> Answer:
    language, as_of = search.question.answer_language, search.question.as_of
    start = perf_counter()
    judged = review(text, {n: _material(p, index) for n, p in enumerate(passages, 1)})
    checks_ms = (perf_counter() - start) * 1000
    citations = [
        _citation(number, passages[number - 1], [s for s in judged if number in s.numbers], search, index)
        for number in sorted(markers.used)
    ]
    also = [f for n, f in enumerate(search.found, 1) if n not in markers.used][:ALSO_FOUND]
    return Answer(
        answer=_marked(text, judged, language), language=language, as_of=as_of, mode="generating", dropped=markers.dropped,
        citations=citations, also_found=[ranked_source(index, f, rank, search.question) for rank, f in enumerate(also, 1)],
        timings_ms={"checks": checks_ms},
    )  # fmt: skip


def _material(passage: Passage, index: Index) -> Material:
    texts = tuple(p.text for own in index.units[passage.unit].values() for p in own)
    authority = index.authorities[passage.authority]
    known = (authority.titles.zh, authority.titles.en, authority.number or "", passage.article or "", passage.section or "",
             passage.effective_from, passage.effective_to)  # fmt: skip
    return Material((passage.text, *texts), " ".join(map(str, known)))


def _marked(text: str, judged: list[Sentence], language: str) -> str:
    """Put the warning behind each sentence that fails."""
    for sentence in reversed(judged):
        if sentence.supported == "fail":
            note = say(language, "unsupported" if sentence.cited else "uncited")
            text = f"{text[: sentence.end]} {note}{text[sentence.end :]}"
    return text


def _citation(number: int, passage: Passage, own: list[Sentence], search: Search, index: Index) -> Citation:
    """The span is what a sentence quotes, or the line that shares most with the sentences."""
    quoted = [quote for sentence in own for quote in sentence.quoted if quote in passage.text]
    if quoted:
        start = passage.text.index(max(quoted, key=len))
        end = start + len(max(quoted, key=len))
    else:
        words = {word for sentence in own for word in tokenize(sentence.text)}
        line = max(passage.lines, key=lambda line: len(words & set(tokenize(passage.text[line.start : line.end]))))
        start, end = line.start, line.end
    made = citation(index, passage, start, end, number, search.question)
    made.checks.verbatim = _worst([sentence.verbatim for sentence in own])
    made.checks.supported = _worst([sentence.supported for sentence in own])
    return made


def _worst(outcomes: list[Outcome]) -> Outcome:
    return next((outcome for outcome in ("fail", "unknown") if outcome in outcomes), "pass" if outcomes else "unknown")
