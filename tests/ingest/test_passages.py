"""Passages: joined they are their source, each has its own id, and each range its pinpoint label."""

import sqlite3
from collections.abc import Iterator

import pytest

from ingest.blocks import Block, parse_markdown
from ingest.corpus import Source
from ingest.laws_file import data_file
from ingest.national_laws import read_laws
from ingest.passages import cut
from retrieval.authority import Authority, Bilingual, Kind
from retrieval.labels import pinpoint
from retrieval.model.embeddings import PassageEmbeddings
from retrieval.passage import Passage
from tests.support import CORPUS

WINDOW = 512


def passages_of(source: Source, model: PassageEmbeddings, window: int = WINDOW) -> list[Passage]:
    return list(cut(source, model.token_counts, window))


def files() -> Iterator[tuple[str, str]]:
    for path in sorted(CORPUS.glob("*/*/??.md")):
        yield path.parent.name, path.stem


@pytest.mark.parametrize(("authority", "language"), list(files()))
def test_the_passages_joined_are_the_text(
    sources: dict[str, Source], model: PassageEmbeddings, authority: str, language: str
) -> None:
    """Every line that is no heading stands exactly once and in its order, and at the place that the passage names."""
    (path,) = CORPUS.glob(f"*/{authority}/{language}.md")
    text = path.read_text(encoding="utf-8")
    own = [p for p in passages_of(sources[authority], model) if p.language == language]
    assert [line for p in own for line in p.text.split("\n") if line.strip()] == [
        line for line in text.split("\n") if line.strip() and not line.startswith("#")
    ]
    assert [p.id for p in own if text[p.start : p.start + len(p.text)] != p.text] == []
    assert [p.position for p in own] == list(range(len(own)))


def test_the_passages_of_every_national_law_are_its_articles(model: PassageEmbeddings) -> None:
    """Each article's text stands once, and at its place in the articles joined; long ones in parts."""
    for law in read_laws().values():
        authority = Authority(id=f"law-{law.id}", kind=Kind.STATUTE, titles=Bilingual(zh=law.name))
        own = passages_of(Source(authority, {"zh": law.blocks}), model)
        text = "\n".join(block.text for block in law.blocks)
        assert "\n".join(p.text for p in own) == text
        assert all(text[p.start : p.start + len(p.text)] == p.text for p in own), law.name
        assert len({p.id for p in own}) == len(own), law.name


def test_every_line_of_the_data_file_stands_once_and_in_its_order() -> None:
    laws = read_laws()
    connection = sqlite3.connect(f"file:{data_file()}?mode=ro", uri=True)
    rows = connection.execute("SELECT law_id, article_text FROM articles ORDER BY law_id, id").fetchall()
    connection.close()
    lines: dict[str, list[str]] = {}
    for law_id, text in rows:
        lines.setdefault(law_id, []).extend(line.strip() for line in (text or "").split("\n") if line.strip())
    assert sum(map(len, lines.values())) > 50_000
    wrong = [key for key, law in laws.items() if "\n".join(b.text for b in law.blocks).split("\n") != lines[key]]
    assert wrong == []


def test_the_core_laws_are_whole(sources: dict[str, Source]) -> None:
    articles = {block.article for block in sources["criminal-law"].blocks["zh"]}
    assert {"第一条", "第二百八十五条", "第二百八十六条之一", "第四百五十二条"} <= articles
    assert len(articles) == len(sources["criminal-law"].blocks["zh"])


def test_ids_are_unique_in_the_whole_corpus(sources: dict[str, Source], model: PassageEmbeddings) -> None:
    ids = [p.id for source in sources.values() for p in passages_of(source, model)]
    assert len(ids) == len(set(ids))


def test_286_and_286_1_have_their_own_passages(sources: dict[str, Source], model: PassageEmbeddings) -> None:
    own = {p.id: p for p in passages_of(sources["criminal-law"], model)}
    whole, inserted = own["criminal-law:286:zh"], own["criminal-law:286-1:zh"]
    assert whole.text.startswith("违反国家规定，对计算机信息系统功能进行删除")
    assert inserted.text.startswith("网络服务提供者不履行")
    assert whole.unit != inserted.unit
    assert own["criminal-law:286-1:en"].unit == inserted.unit


def law(text: str, kind: Kind = Kind.REGULATION) -> Source:
    authority = Authority(id="own", kind=kind, titles=Bilingual(zh="办法", en="Measures"))
    return Source(authority, {"zh": parse_markdown(text)[1]})


def test_an_id_does_not_depend_on_the_text_but_the_digest_does(model: PassageEmbeddings) -> None:
    before = passages_of(law("# 办法\n\n## 第一条\n甲。\n\n## 第二条\n乙。\n"), model)
    after = passages_of(law("# 办法\n\n## 第一条\n甲。\n\n## 第二条\n丙。\n"), model)
    assert [p.id for p in before] == [p.id for p in after] == ["own:1:zh", "own:2:zh"]
    assert [a.digest == b.digest for a, b in zip(before, after, strict=True)] == [True, False]


def test_the_digest_covers_what_is_embedded_in_front(model: PassageEmbeddings) -> None:
    one = passages_of(law("# 办法\n\n## 第一章 总则\n\n## 第一条\n甲。\n"), model)
    other = passages_of(law("# 办法\n\n## 第一章 附则\n\n## 第一条\n甲。\n"), model)
    assert one[0].path == ("第一章 总则",)
    assert one[0].digest != other[0].digest


def test_a_long_article_is_cut_between_lines(model: PassageEmbeddings) -> None:
    items = [f"（{number}）" + "违反国家规定，侵入计算机信息系统，情节严重的；" * 6 for number in "一二三四五六七八"]
    lines = ["有下列情形之一的，处罚款：", *items, "单位犯前款行为的，依照前款规定处罚。"]
    own = passages_of(law("# 办法\n\n## 第一条\n" + "\n".join(lines) + "\n"), model)
    assert [line for p in own for line in p.text.split("\n")] == lines
    assert [p.id for p in own] == ["own:1:zh", "own:1.2:zh"]
    assert all(count <= WINDOW for count in model.token_counts([p.text for p in own]))
    assert {p.unit for p in own} == {("own", "第一条")}
    addresses = [p.address(line.start, line.end) for p in own for line in p.lines]
    assert [(a.paragraph, a.item) for a in addresses] == [
        (1, None), *((1, f"（{number}）") for number in "一二三四五六七八"), (2, None),
    ]  # fmt: skip


def test_a_line_longer_than_the_window_stays_whole(model: PassageEmbeddings) -> None:
    line = "违反国家规定，侵入计算机信息系统，情节严重的，处罚款。" * 60
    own = passages_of(law(f"# 办法\n\n## 第一条\n短句。\n{line}\n又一句。\n"), model)
    assert [p.text for p in own] == ["短句。", line, "又一句。"]


def test_every_part_of_the_corpus_ends_between_lines(sources: dict[str, Source], model: PassageEmbeddings) -> None:
    """With a small window nearly every article is cut, and still no line is."""
    for source in sources.values():
        for language, blocks in source.blocks.items():
            lines = [line for block in blocks for line in block.text.split("\n")]
            own = [p for p in passages_of(source, model, 150) if p.language == language]
            assert [line for p in own for line in p.text.split("\n")] == lines, source.authority.id


def test_an_article_that_occurs_twice_loses_no_text(model: PassageEmbeddings) -> None:
    """A file may quote two laws."""
    own = passages_of(law("# 摘录\n\n## 第一条\n甲法。\n\n## 第一条\n乙法。\n\n## 第二条\n丙。\n"), model)
    assert [p.text for p in own] == ["甲法。", "乙法。", "丙。"]
    assert len({p.id for p in own}) == 3


def test_blank_characters_of_other_kinds_do_not_divide_lines() -> None:
    source = "# 题\n\n## 节\n甲\x0c乙\u2028丙\n丁\n"
    title, blocks = parse_markdown(source)
    assert title == "题"
    assert [block.text for block in blocks] == ["甲\x0c乙\u2028丙\n丁"]
    assert source[blocks[0].start :].startswith(blocks[0].text)


def test_headings_make_articles_divisions_and_sections() -> None:
    text = "# T\n\nintro\n\n## 第一编 总则\n## 第一章 A\n### Article 3\nx\n## 第二章 B\n## 第二百八十六条之一\ny\n## 附录\nz\n"
    assert parse_markdown(text)[1] == [
        Block(None, None, (), "intro", 5),
        Block("第三条", None, ("第一编 总则", "第一章 A"), "x", text.index("x\n")),
        Block("第二百八十六条之一", None, ("第一编 总则", "第二章 B"), "y", text.index("y\n")),
        Block(None, "附录", ("第一编 总则", "第二章 B"), "z", text.index("z\n")),
    ]


@pytest.fixture(scope="module")
def criminal_law(sources: dict[str, Source], model: PassageEmbeddings) -> dict[str, Passage]:
    """The passages of the Criminal Law by id."""
    return {p.id: p for p in passages_of(sources["criminal-law"], model)}


@pytest.mark.parametrize(
    ("passage", "words", "chinese", "english"),
    [
        ("285:zh", "提供专门用于侵入", "《刑法》第二百八十五条第三款", "Criminal Law art. 285(3)"),
        ("285:zh", "单位犯前三款罪的", "《刑法》第二百八十五条第四款", "Criminal Law art. 285(4)"),
        ("285:en", "Whoever provides programs", "《刑法》第二百八十五条第三款", "Criminal Law art. 285(3)"),
        ("225:zh", "其他严重扰乱市场秩序的非法经营行为", "《刑法》第二百二十五条第一款第（四）项", "Criminal Law art. 225(1) item (4)"),
        ("286-1:zh", "致使违法信息大量传播的", "《刑法》第二百八十六条之一第一款第（一）项", "Criminal Law art. 286-1(1) item (1)"),
        ("286-1:zh", "有前两款行为，同时构成其他犯罪的", "《刑法》第二百八十六条之一第三款", "Criminal Law art. 286-1(3)"),
    ],
)  # fmt: skip
def test_the_label_of_quoted_words(
    sources: dict[str, Source], criminal_law: dict[str, Passage], passage: str, words: str, chinese: str, english: str
) -> None:
    own = criminal_law[f"criminal-law:{passage}"]
    begin = own.text.find(words)
    if begin < 0:  # the translation's wording may change; its third line may not
        begin = own.lines[2].start
    address = own.address(begin, begin + 5)
    authority = sources["criminal-law"].authority
    assert (pinpoint(authority, address, "zh"), pinpoint(authority, address, "en")) == (chinese, english)


def test_the_label_of_several_lines_is_what_holds_them_all(criminal_law: dict[str, Passage]) -> None:
    own = criminal_law["criminal-law:225:zh"]
    head, first, *_, last = own.lines
    assert own.address(head.start, last.end) == own.address(first.start, last.end)
    assert (own.address(head.start, last.end).paragraph, own.address(head.start, last.end).item) == (1, None)
    whole = criminal_law["criminal-law:285:zh"]
    assert whole.address(0, len(whole.text)).paragraph is None
    assert whole.address(0, len(whole.text)).article == "第二百八十五条"


def test_a_section_of_a_brief_has_no_paragraphs(sources: dict[str, Source], model: PassageEmbeddings) -> None:
    for own in passages_of(sources["zhu-jingzhou-2018-150"], model):
        assert own.address(0, len(own.text)).article is None
        assert own.section is not None
        assert own.effective_from is None


def test_the_dates_of_a_single_article_win(criminal_law: dict[str, Passage]) -> None:
    assert str(criminal_law["criminal-law:285:zh"].effective_from) == "2015-11-01"
    assert str(criminal_law["criminal-law:13:zh"].effective_from) == "1997-10-01"
    changed = criminal_law["criminal-law:390:zh"]
    assert (str(changed.effective_to), str(changed.status)) == ("2024-02-29", "amended")
