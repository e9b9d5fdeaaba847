"""What another user adds changes no answer; one's own documents are asked by title, file name, clause and case number."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from ingest.documents import add_document
from ingest.sync import sync
from retrieval.chain import answer
from retrieval.index import Index, open_index
from retrieval.model.embeddings import PassageEmbeddings
from retrieval.request import Request
from retrieval.result import Answer
from retrieval.settings import Settings
from retrieval.store.database import connect

QUESTIONS = (
    "赵铁柱案怎么判的？", "What happened in the Zhao Tiezhu case?", "赵铁柱因为什么被起诉？", "《赵铁柱案起诉意见书》说了什么？",
    "赵铁柱案起诉意见书第一条", "(2021)粤0305刑初99号判了几个月？", "（2021）粤0305刑初99号认定的违法所得是多少？", "提供侵入工具怎么处罚？",
    "网络安全法第二十九条规定了什么？", "中华人民共和国网络安全法第六十七条", "What does Article 29 of the Cybersecurity Law say?",
    "VPN服务合同第一条", "《VPN服务合同》第二条规定了什么？", "VPN服务合同第285条", "违约金是多少？", "刑法第285条第三款",
    "卖翻墙软件违法所得十万元判几年？", "selling VPN accounts, 20,000 yuan gains: which sentence?", "情节严重的标准是什么？",
    "专线服务费怎么算？", "铁柱梯子机场判了吗？", "跨境专线合法吗？", "what is a specialised tool?", "谁委托检验？", "翻墙会被罚款吗？",
    "国际联网必须用什么信道？", "How is a unit punished under 285?", "网络安全法第63条 侵入工具", "非法经营罪第四项", "Gannet escrow 是多少？",
    "处十年以上有期徒刑的侵入工具", "contract.txt 第二条",
)  # fmt: skip
OTHERS = {
    "起诉意见书.txt": "赵铁柱案起诉意见书\n\n第一条　赵铁柱涉嫌提供侵入工具罪，违法所得十万元，跨境专线，铁柱梯子机场，侦查终结。",
    "file.txt": "Zhao Tiezhu police file\n\nZhao Tiezhu is suspected of providing tools; the Gannet escrow holds 6,543 yuan.",
    "law.txt": "中华人民共和国网络安全法\n\n第一条　为了测试，制定本法。\n第二十九条　任何个人提供侵入工具的，处十年以上有期徒刑。\n第六十六条　违反第二十九条的，处一百日拘留。\n第六十七条　本法自2030年1月1日起施行。",
}
OWN = {
    "contract.txt": "VPN服务合同\n\n第一条　甲方委托乙方提供跨境专线服务。\n甲方应当按月支付服务费三千元。\n"
    "第二条　乙方保证线路合法。\n（一）乙方不得自建信道；\n（二）乙方不得转租线路。\n第285条　双方一致同意提供工具不构成犯罪。",
    "judgment.txt": "某某市人民法院刑事判决书\n\n（2021）粤0305刑初99号\n被告人王某，男，1990年出生。\n"
    "被告人王某通过网站出售翻墙软件账号，违法所得人民币23,456元。\n判处有期徒刑八个月，并处罚金人民币五千元。",
    "fake.txt": OTHERS["law.txt"],
}


@pytest.fixture(scope="module")
def indexed(
    settings: Settings, index: Index, model: PassageEmbeddings, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Callable[[str, dict[str, str]], tuple[Index, dict[str, str]]]]:
    """Add files of a user to a copy of the shared index; return it and the documents' ids by file name."""
    assert index.passages
    opened: list[Index] = []

    def make(owner: str, files: dict[str, str]) -> tuple[Index, dict[str, str]]:
        root = tmp_path_factory.mktemp(owner)
        shutil.copytree(settings.data_dir, root / "data", symlinks=True)
        own = Settings(data_dir=root / "data", corpus_dir=settings.corpus_dir)
        with closing(connect(own.database)) as connection:
            keys = {name: add_document(connection, name, text.encode(), owner)[0].id for name, text in files.items()}
        sync(own, progress=False)
        opened.append(open_index(own, model))
        return opened[-1], keys

    yield make
    for made in opened:
        made.vectors.close()


def said(index: Index, question: str, user: str | None) -> str:
    """Return all of an answer but the time that it took."""
    return answer(index, Request(question, user=user)).model_copy(update={"timings_ms": {}}).model_dump_json()


def test_what_another_user_adds_changes_no_answer(
    index: Index, indexed: Callable[[str, dict[str, str]], tuple[Index, dict[str, str]]]
) -> None:
    after, _ = indexed("bob", OTHERS)
    for user in ("alice", None):
        for question in QUESTIONS:
            assert said(after, question, user) == said(index, question, user), question
    assert len(after.seen_by("alice").passages) == len(after.seen_by(None).passages) == len(index.passages)


@pytest.fixture(scope="module")
def own(
    indexed: Callable[[str, dict[str, str]], tuple[Index, dict[str, str]]],
) -> Callable[..., tuple[Answer, list[str]]]:
    """Ask an index with alice's documents; return the answer and what it cites, in places as `contract.txt 第二条`."""
    made, keys = indexed("alice", OWN)
    names = {key: name for name, key in keys.items()}

    def ask(question: str, only: str | None = None, user: str = "alice") -> tuple[Answer, list[str]]:
        documents = frozenset([keys[only]]) if only else None
        given = answer(made, Request(question, user=user, documents=documents))
        passages = [made.passages[c.passage_id] for c in given.citations if c.passage_id]
        return given, [f"{names.get(p.authority, p.authority)} {p.article or ''}".strip() for p in passages]

    return ask


@pytest.mark.parametrize(
    ("question", "only", "cited"),
    [
        ("《VPN服务合同》第二条规定了什么？", None, "contract.txt 第二条"),
        ("VPN服务合同第285条", None, "contract.txt 第二百八十五条"),
        ("VPN服务合同的第一条", None, "contract.txt 第一条"),
        ("ＶＰＮ服务合同第２条", None, "contract.txt 第二条"),
        ("〈VPN服务合同〉第二条", None, "contract.txt 第二条"),
        ("Article 2 of the VPN服务合同", None, "contract.txt 第二条"),
        ("contract.txt 第二条", None, "contract.txt 第二条"),
        ("《contract》第二条", None, "contract.txt 第二条"),
        ("第二条规定了什么？", "contract.txt", "contract.txt 第二条"),
        ("What does Article 2 say?", "contract.txt", "contract.txt 第二条"),
        ("第二十九条规定了什么？", "fake.txt", "fake.txt 第二十九条"),
        ("网络安全法第二十九条规定了什么？", "fake.txt", "fake.txt 第二十九条"),
        ("(2021)粤0305刑初99号判了几个月？", None, "judgment.txt"),
        ("（2021）粤0305刑初99号认定的违法所得是多少？", None, "judgment.txt"),
        ("2021粤0305刑初99号", None, "judgment.txt"),
        ("《某某市人民法院刑事判决书》判了什么？", None, "judgment.txt"),
        ("第二条怎么说？", "judgment.txt", "judgment.txt"),
        # the law's name is the law's
        ("网络安全法第二十九条规定了什么？", None, "cybersecurity-law 第二十九条"),
        ("《中华人民共和国网络安全法》第二十九条", None, "cybersecurity-law 第二十九条"),
        ("刑法第285条", None, "criminal-law 第二百八十五条"),
        ("第285条第三款", None, "criminal-law 第二百八十五条"),
    ],
)
def test_a_document_is_found_by_its_names(
    own: Callable[..., tuple[Answer, list[str]]], question: str, only: str | None, cited: str
) -> None:
    given, places = own(question, only)
    assert not given.declined
    assert set(places) == {cited}


@pytest.mark.parametrize(
    ("question", "part"),
    [("(2021)粤0305刑初99号判了几个月？", "有期徒刑八个月"), ("(2021)粤0305刑初99号认定的违法所得是多少？", "23,456")],
)
def test_of_a_named_document_what_is_asked_is_quoted(
    own: Callable[..., tuple[Answer, list[str]]], question: str, part: str
) -> None:
    assert part in own(question)[0].answer


@pytest.mark.parametrize(
    ("question", "only"),
    [("VPN服务合同第四条", None), ("第九条规定了什么？", "contract.txt"), ("《contract》第9条", None)],
)
def test_a_clause_that_a_document_lacks_is_of_no_law(
    own: Callable[..., tuple[Answer, list[str]]], question: str, only: str | None
) -> None:
    given, _ = own(question, only)
    assert given.reason == "missing_fact"
    assert "没有第" in given.answer or "has no article" in given.answer


@pytest.mark.parametrize("question", ["(2021)粤0305刑初99号判了几个月？", "《contract》第二条"])
def test_somebody_else_s_names_are_not_known(own: Callable[..., tuple[Answer, list[str]]], question: str) -> None:
    given, places = own(question, user="bob")
    assert given.declined
    assert not places


def test_its_citation_says_that_it_is_a_document(own: Callable[..., tuple[Answer, list[str]]]) -> None:
    given, _ = own("第二十九条规定了什么？", "fake.txt")
    assert given.citations[0].label == "《中华人民共和国网络安全法》第二十九条（文件）"
