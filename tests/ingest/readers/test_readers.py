"""Readers: what is read of each kind of file."""

import io

import docx
import pytest

from ingest.readers import Extracted, UnreadableFileError, read_file
from tests.files import encrypted_pdf, half_scanned_pdf, pdf, word

MEMO = "律师备忘录\n\n当事人自2023年起出售翻墙软件账号。\n违法所得三万元，已全部退缴。\n"
LAW = (
    "某市网络管理办法\n\n第一章　总则\n第一条　为了加强管理，制定本办法。\n\n第二条　任何人不得擅自建立信道。\n"
    "违反前款规定的，给予警告。\n第二章　附则\n第三条\n本办法自公布之日起施行。\n第三条之一　依照第二条处理。\n"
)


def text_of(extracted: Extracted) -> str:
    return "\n".join(block.text for block in extracted.blocks)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_in_the_encodings_of_chinese_offices(encoding: str) -> None:
    extracted = read_file("memo.txt", MEMO.encode(encoding))
    assert (extracted.title, extracted.language) == ("律师备忘录", "zh")
    assert text_of(extracted).split("\n") == ["当事人自2023年起出售翻墙软件账号。", "违法所得三万元，已全部退缴。"]


def test_a_short_text_in_gb18030() -> None:
    extracted = read_file("短.txt", "翻墙软件案件的违法所得如何计算？".encode("gb18030"))
    assert text_of(extracted) == "翻墙软件案件的违法所得如何计算？"
    assert extracted.title == "短"


def test_a_japanese_text_is_not_taken_for_a_chinese_one() -> None:
    text = "契約は十日以内に解除できます。本契約の当事者は秘密を保持しなければならない。"
    assert text_of(read_file("a.txt", text.encode("shift_jis"))) == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
@pytest.mark.parametrize("end", ["\r\n", "\r"])
def test_line_ends_of_windows_and_old_macs(encoding: str, end: str) -> None:
    plain, extracted = (read_file("a.txt", text.encode(encoding)) for text in (MEMO, MEMO.replace("\n", end)))
    assert extracted == plain
    assert "\r" not in text_of(extracted)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_bytes_behind_a_mark_may_be_no_text_all_the_same(encoding: str) -> None:
    assert "\0" not in text_of(read_file("a.txt", f"{MEMO * 9}\0".encode(encoding)))
    with pytest.raises(UnreadableFileError, match="binary"):
        read_file("a.txt", ("\0a" * 99).encode(encoding))


def test_pages_that_are_pictures_are_told_from_empty_ones() -> None:
    extracted = read_file("file.pdf", half_scanned_pdf(["The lease ends in May."], 2))
    assert text_of(extracted) == "The lease ends in May."
    assert extracted.unread == (3, 4)
    assert read_file("file.pdf", pdf([["text"], []])).unread == ()


def test_radicals_and_ligatures_of_a_font_become_the_characters_that_are_meant() -> None:
    page = ["第⼀条 借款⼈应当⽀付⼈⺠币三千元。", "第⼆条 ⻋辆归⽢⽅。", "第三条 The ﬁne is ﬂat."]
    extracted = read_file("file.pdf", pdf([page]))
    assert [(b.article, b.text) for b in extracted.blocks] == [
        ("第一条", "借款人应当支付人民币三千元。"), ("第二条", "车辆归甘方。"), ("第三条", "The fine is flat."),
    ]  # fmt: skip


def test_a_law_as_text_is_divided_at_its_articles() -> None:
    extracted = read_file("办法.txt", LAW.encode())
    assert [(b.article, b.text) for b in extracted.blocks] == [
        ("第一条", "为了加强管理，制定本办法。"),
        ("第二条", "任何人不得擅自建立信道。\n违反前款规定的，给予警告。"),
        ("第三条", "本办法自公布之日起施行。"),
        ("第三条之一", "依照第二条处理。"),
    ]
    assert [b.path for b in extracted.blocks][1:3] == [("第一章　总则",), ("第二章　附则",)]


def test_the_articles_of_a_law_stand_where_they_say() -> None:
    lines = [line.strip() for line in LAW.split("\n\n", 1)[1].split("\n") if line.strip()]
    source = "\n".join(lines)
    for block in read_file("办法.txt", LAW.encode()).blocks:
        assert source[block.start : block.start + len(block.text)] == block.text


def test_markdown_sections() -> None:
    text = "# Memo on VPN sales\n\n## Facts\nThe client sold accounts.\n\n## Law\nArticle 285(3) may apply.\n"
    extracted = read_file("memo.md", text.encode())
    assert (extracted.title, extracted.language) == ("Memo on VPN sales", "en")
    assert [(b.section, b.text) for b in extracted.blocks] == [
        ("Facts", "The client sold accounts."),
        ("Law", "Article 285(3) may apply."),
    ]


def test_markdown_articles() -> None:
    text = "# 办法\n\n## 第一条\n甲。\n\n## 第二条\n乙。\n丙。\n\n## 第三条\n丁。\n"
    extracted = read_file("办法.md", text.encode())
    assert [(b.article, b.text) for b in extracted.blocks] == [
        ("第一条", "甲。"),
        ("第二条", "乙。\n丙。"),
        ("第三条", "丁。"),
    ]


def test_html_without_what_is_no_text() -> None:
    page = """<!doctype html><html><head><title>Notice</title><style>p{}</style></head><body>
    <nav>Home | About</nav><h1>Notice on VPN</h1><p>Units must not <b>set up</b> channels.</p>
    <script>alert("x")</script><h2>Penalty</h2><ul><li>a warning;</li><li>a fine of 15,000&nbsp;yuan.</li></ul>
    <table><tr><td>1996</td><td>195</td></tr></table><form><button>Send</button></form></body></html>"""
    extracted = read_file("notice.html", page.encode())
    assert extracted.title == "Notice"
    assert [b.section for b in extracted.blocks] == ["Notice on VPN", "Penalty"]
    assert extracted.blocks[0].text == "Units must not set up channels."
    assert extracted.blocks[1].text.split("\n") == ["a warning;", "a fine of 15,000 yuan.", "1996", "195"]


def test_html_in_gb2312_as_old_government_sites_serve_it() -> None:
    page = "<html><head><meta charset=gb2312><title>通知</title></head><body><p>不得自行建立信道。</p></body></html>"
    extracted = read_file("a.htm", page.encode("gb18030"))
    assert (extracted.title, text_of(extracted)) == ("通知", "不得自行建立信道。")


def test_pdf_with_a_text_layer_page_by_page() -> None:
    content = pdf(
        [["The client sold VPN accounts to 478 users.", "He was detained in 2018."], ["The end."]], "Case file"
    )
    extracted = read_file("file.pdf", content)
    assert extracted.title == "Case file"
    assert [b.section for b in extracted.blocks] == ["p. 1", "p. 2"]
    assert extracted.blocks[0].text.split("\n") == [
        "The client sold VPN accounts to 478 users.",
        "He was detained in 2018.",
    ]


def test_pdf_in_chinese_with_broken_lines_joined() -> None:
    content = pdf(
        [
            [
                "违反国家规定，侵入国家事务、国防建设、尖端",
                "科学技术领域的计算机信息系统的，处三年以下有期徒刑。",
                "单位犯前款罪的，处罚金。",
            ]
        ]
    )
    extracted = read_file("判决书.pdf", content)
    assert (extracted.title, extracted.language) == ("判决书", "zh")
    assert text_of(extracted).split("\n") == [
        "违反国家规定，侵入国家事务、国防建设、尖端科学技术领域的计算机信息系统的，处三年以下有期徒刑。",
        "单位犯前款罪的，处罚金。",
    ]


def test_a_law_as_pdf_is_divided_at_its_articles_across_pages() -> None:
    content = pdf(
        [
            ["第一条 为了加强管理，制定本办法。", "第二条 不得擅自建立信道。"],
            ["违反的，给予警告。", "第三条 本办法自公布之日起施行。"],
        ]
    )
    extracted = read_file("办法.pdf", content)
    assert [(b.article, b.text) for b in extracted.blocks] == [
        ("第一条", "为了加强管理，制定本办法。"),
        ("第二条", "不得擅自建立信道。\n违反的，给予警告。"),
        ("第三条", "本办法自公布之日起施行。"),
    ]


@pytest.mark.parametrize("algorithm", ["RC4-128", "AES-256"])
def test_a_pdf_that_only_forbids_printing_can_be_read(algorithm: str) -> None:
    content = encrypted_pdf([["Anyone may open this."]], "", algorithm)
    assert text_of(read_file("open.pdf", content)) == "Anyone may open this."


def test_merged_cells_of_a_table_are_read_once() -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=3)
    for row, texts in enumerate((("时间", "金额", "备注"), ("2023年", "三万元", "已退"), ("2024年", "五万元", "未退"))):
        for cell, text in zip(table.rows[row].cells, texts, strict=True):
            cell.text = text
    table.cell(1, 1).merge(table.cell(1, 2)).text = "三万元已退"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "两年"
    out = io.BytesIO()
    document.save(out)
    lines = text_of(read_file("表.docx", out.getvalue())).split("\n")
    assert [line.split("\t") for line in lines] == [
        ["时间", "金额", "备注"],
        ["两年", "三万元已退", ""],
        ["", "五万元", "未退"],
    ]


def test_docx_with_headings_and_a_table_in_their_order() -> None:
    rows = [["罪名", "金额"], ["提供侵入工具罪", "5,000元"]]
    content = word("辩护意见", [("事实", ["当事人出售账号。", rows, "已退赃。"]), ("法律", ["适用第二百八十五条。"])])
    extracted = read_file("意见.docx", content)
    assert (extracted.title, extracted.language) == ("辩护意见", "zh")
    assert [(b.section, b.text) for b in extracted.blocks] == [
        ("事实", "当事人出售账号。\n罪名\t金额\n提供侵入工具罪\t5,000元\n已退赃。"),
        ("法律", "适用第二百八十五条。"),
    ]


def test_long_prose_is_cut_at_sentences_and_loses_nothing() -> None:
    sentences = [f"第{n}句话说明当事人在平台上出售了多少个账号以及收款的方式。" for n in range(200)]
    extracted = read_file("长.txt", "".join(sentences).encode())
    assert len(extracted.blocks) > 5
    assert "".join(block.text for block in extracted.blocks) == "".join(sentences)
    assert all(block.text.endswith("。") for block in extracted.blocks)
    source = "".join(sentences)
    assert all(source[b.start : b.start + len(b.text)] == b.text for b in extracted.blocks)


@pytest.mark.parametrize("title", ["about:blank", "Untitled", "untitled document (2)", "Microsoft Word - judgment.docx",
                                   "https://court.example/judgment?id=3", "无标题文档"])  # fmt: skip
def test_a_title_that_names_nothing_is_none(title: str) -> None:
    assert read_file("judgment.pdf", pdf([["He paid 300 yuan."]], title=title)).title == "judgment"


def test_the_title_of_a_file_without_one_is_its_name() -> None:
    assert read_file("notes of 3 May.txt", b"He paid 300 yuan.").title == "notes of 3 May"
