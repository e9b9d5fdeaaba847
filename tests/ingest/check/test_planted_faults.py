"""Each kind of fault, planted in a corpus without any, is found in its file and line."""

import shutil
from pathlib import Path

import pytest

from ingest.check.run import check_corpus

LAW, RULES, OLD, CASE = "statutes/criminal-law", "regulations/rules-a", "regulations/rules-b", "cases/li-2020"
WORDING = "interpretations/provisions-2001-temporal-effect"


def found(corpus: Path) -> list[str]:
    """Return the faults as the command shows them."""
    return [fault.shown(corpus) for fault in check_corpus(corpus)[0].faults]


def test_a_corpus_without_faults_has_none(corpus: Path) -> None:
    assert found(corpus) == []


# file, what stands there, what is planted instead, and the start of the line that must be reported
PLANTED = {
    "not yaml": (f"{RULES}/meta.yaml", "kind: regulation", "kind: [regulation", f"{RULES}/meta.yaml:"),
    "no such field": (f"{RULES}/meta.yaml", "coverage: whole", "covers: whole", f"{RULES}/meta.yaml:13: covers"),
    "no such status": (f"{RULES}/meta.yaml", "in_force", "valid", f"{RULES}/meta.yaml:10: status"),
    "no date": (f"{RULES}/meta.yaml", "2010-03-01", "March 2010", f"{RULES}/meta.yaml:8: effective"),
    "field twice": (f"{RULES}/meta.yaml", "ended: null", "ended: null\nended: null", f"{RULES}/meta.yaml:10: ended: this field"),
    "wrong folder": (f"{RULES}/meta.yaml", "kind: regulation", "kind: rule", f"{RULES}/meta.yaml:1: kind"),
    "wrong coverage": (f"{RULES}/meta.yaml", "coverage: whole", "coverage: most", f"{RULES}/meta.yaml:13: coverage"),
    "no short name": (f"{RULES}/meta.yaml", "en: [Rules A]", "en: []", f"{RULES}/meta.yaml:3: short"),
    "severity": (f"{RULES}/meta.yaml", "severity: M", "severity: X", f"{RULES}/meta.yaml:27: notes.0.severity"),
    "confidence": (f"{RULES}/meta.yaml", "confidence: L", "confidence: Z", f"{RULES}/meta.yaml:14: source.confidence"),
    "status and end": (f"{OLD}/meta.yaml", "superseded", "in_force", f"{OLD}/meta.yaml:10: status"),
    "case facts": (f"{CASE}/meta.yaml", "fine: 10000", "fine: much", f"{CASE}/meta.yaml:19: case.fine"),
    "case sections": (f"{CASE}/en.md", "## Result", "## Outcome", f"{CASE}/en.md:1: the sections must be"),
    "suspended too long": (f"{CASE}/meta.yaml", "term_months: 36", "term_months: 40", f"{CASE}/meta.yaml:18: case: a term"),
    "dates in order": (f"{RULES}/meta.yaml", "published: 2010-02-01", "published: 2010-04-01", f"{RULES}/meta.yaml:8: effective 2010-03-01 is before"),
    "ended before": (f"{OLD}/meta.yaml", "ended: 2010-02-28", "ended: 1999-02-28", f"{OLD}/meta.yaml:9: ended 1999-02-28 is before"),
    "gap": (f"{OLD}/meta.yaml", "ended: 2010-02-28", "ended: 2010-01-31", f"{OLD}/meta.yaml:9: ended 2010-01-31, yet rules-a"),
    "line missing": (f"{RULES}/en.md", "(1) where the illegal gains are less than 5,000 yuan, a warning;\n", "", f"{RULES}/en.md:9: 第二条 has 2 lines, in Chinese 3"),
    "article missing": (f"{RULES}/en.md", "## Article 1\nThese Rules are made for testing.\n\n", "", f"{RULES}/en.md:6: 第二条 stands where"),
    "translated article unknown": (f"{LAW}/en.md", "Article 99", "Article 999", f"{LAW}/en.md:4: the Chinese text has no 第九百九十九条"),
    "division missing": (f"{RULES}/en.md", "## Chapter I General Provisions\n\n", "", f"{RULES}/en.md:4: it stands under ()"),
    "article twice": (f"{RULES}/zh.md", "## 第二条", "## 第一条", f"{RULES}/zh.md:9: 第一条 stands here a second time"),
    "no title": (f"{RULES}/zh.md", "# 甲规定\n", "甲规定\n", f"{RULES}/zh.md:1: the first line"),
    "blank line": (f"{RULES}/zh.md", "（二）", "\n（二）", f"{RULES}/zh.md:11: there is an empty line"),
    "stray space": (f"{RULES}/zh.md", "（二）", " （二）", f"{RULES}/zh.md:11: the line begins or ends with a space"),
    "replaced_by": (f"{OLD}/meta.yaml", "replaced_by: rules-a", "replaced_by: rules-z", f"{OLD}/meta.yaml:11: replaced_by"),
    "version_of": (f"{OLD}/meta.yaml", "version_of: null", "version_of: rules-z", f"{OLD}/meta.yaml:12: version_of"),
    "note's section": (f"{RULES}/meta.yaml", "section: 第二条", "section: 第三条", f"{RULES}/meta.yaml:26: section"),
    "note's authority": (f"{RULES}/meta.yaml", "id: criminal-law", "id: civil-code", f"{RULES}/meta.yaml:30: there is no authority 'civil-code'"),
    "note's article": (f"{RULES}/meta.yaml", "article: 第九十九条, paragraph: null", "article: 第九百九十九条, paragraph: null", f"{RULES}/meta.yaml:30: criminal-law holds no 第九百九十九条"),
    "note's paragraph": (f"{RULES}/meta.yaml", "article: 第九十九条, paragraph: null", "article: 第九十九条, paragraph: 2", f"{RULES}/meta.yaml:30: criminal-law 第九十九条 has no paragraph 2"),
    "charge's form": (f"{CASE}/meta.yaml", "第二百二十五条第四项", "225(4)", f"{CASE}/meta.yaml:13: '225(4)' is not of the form"),
    "charge's item": (f"{CASE}/meta.yaml", "第二百二十五条第四项", "第二百二十五条第九项", f"{CASE}/meta.yaml:13: criminal-law 第二百二十五条 has no item （九）"),
    "data law": (f"{LAW}/meta.yaml", "d2da5d066414", "ffffffffffff", f"{LAW}/meta.yaml:16: data_law_id ffffffffffff"),
    "number taken": (f"{OLD}/meta.yaml", "国务院令第800号", "国务院令 第900号", f"{OLD}/meta.yaml:4: number"),
    "threshold's form": (f"{RULES}/meta.yaml", "tier: minimum", "tier: low", f"{RULES}/meta.yaml:22: thresholds.0.tier"),
    "threshold's address": (f"{RULES}/meta.yaml", "item: （二）", "item: （三）", f"{RULES}/meta.yaml:24: thresholds: rules-a 第二条 has no"),
    "threshold's amount": (f"{RULES}/meta.yaml", "value: 5000", "value: 6000", f"{RULES}/meta.yaml:20: thresholds: 6000 元 does not stand in the Chinese"),
    "threshold in English": (f"{RULES}/en.md", "5,000 yuan or more, a fine of 5,000 yuan or more", "500 yuan or more, a fine of 500 yuan or more", f"{RULES}/meta.yaml:20: thresholds: 5,000 yuan does not stand in the English"),
    "threshold without a range": (f"{RULES}/meta.yaml", "charge_article: null", "charge_article: 第九十九条", f"{RULES}/meta.yaml:17: limitation: no range of punishment for serious"),
    "glossary twice": ("glossary.yaml", "zh: 罚金", "zh: 罚款", "glossary.yaml:3: 罚款 has an entry already, in line 2"),
    "glossary's English": ("glossary.yaml", "en: fine", "en: administrative fine", "glossary.yaml:3: 罚金 has the English of 罚款"),
    "glossary's article": ("glossary.yaml", "第九十九条", "第九百九十九条", "glossary.yaml:1: 以上: criminal-law holds no"),
    "questions' place": ("questions/rules-a.jsonl", "第一条", "第九条", "questions/rules-a.jsonl:1: rules-a holds no 第九条"),
    "questions' place twice": ("questions/rules-a.jsonl", "第一条", "第二条", "questions/rules-a.jsonl:2: 第二条 stands here a second time"),
    "questions' language": ("questions/rules-a.jsonl", "What may be taken?", "能没收什么？", "questions/rules-a.jsonl:2: this question is not in the language en"),
    "question twice": ("questions/rules-a.jsonl", "What may be taken?", "Why were these rules made?", "questions/rules-a.jsonl:2: this question stands in rules-a.jsonl:1 too"),
    "questions' fields": ("questions/rules-a.jsonl", '"en": ["What may be taken?"]', '"en": []', "questions/rules-a.jsonl:2: en: "),
    "questions are no JSON": ("questions/rules-a.jsonl", '"place": "第一条"', '"place" "第一条"', "questions/rules-a.jsonl:1: line: "),
    "glossary's field": ("glossary.yaml", "{zh: 罚金, en: fine}", "{zh: 罚金}", "glossary.yaml:3: en"),
    "text outside an article": (f"{RULES}/zh.md", "## 第一章 总则\n", "## 第一章 总则\n前言。\n", f"{RULES}/zh.md:4: this text stands under no article"),
    "official wording": (f"{WORDING}/zh.md", "自发布或者规定之日起施行", "自发布之日起施行", f"{WORDING}/zh.md:4: 一、: this line is not the official wording"),
    "official article missing": (f"{WORDING}/zh.md", "## 四、", "## 五、", f"{WORDING}/zh.md:1: coverage is whole, yet these are missing: 四、"),
    "more than": (f"{RULES}/en.md", "gains are 5,000 yuan or more", "gains are more than 5,000 yuan", f"{RULES}/en.md:11: the Chinese has 以上"),
    "Chinese in English": (f"{RULES}/en.md", "a warning;", "a 警告;", f"{RULES}/en.md:10: there is Chinese in the English text"),
    "figure missing in English": (f"{CASE}/zh.md", "被判处缓刑", "被判处缓刑，罚金10,000元", f"{CASE}/en.md:10: the Chinese line has 10000"),
    "table out of date": (f"{RULES}/meta.yaml", "zh: [甲规定]", "zh: [甲规]", "README.md:3: the table is out of date"),
    "table's marks": ("README.md", "<!-- end", "<!-- END", "README.md:1: the lines"),
}  # fmt: skip


# of the same file, what must be changed with it
BESIDE = {"threshold without a range": ("tier: minimum", "tier: serious")}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_fault_is_found(corpus: Path, name: str) -> None:
    file, old, new, expected = PLANTED[name]
    path = corpus / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new, 1).replace(*BESIDE.get(name, (old, old))), encoding="utf-8")
    faults = found(corpus)
    assert any(fault.startswith(expected) for fault in faults), faults


def test_not_more_than_is_no_fault(corpus: Path) -> None:
    path = corpus / RULES / "en.md"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("but not more than", "and no more than"), encoding="utf-8")
    assert found(corpus) == []


def test_intended_same_english_is_no_fault(corpus: Path) -> None:
    path = corpus / "glossary.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("en: fine", "en: administrative fine, same_en_as: [罚款]"), encoding="utf-8")
    assert found(corpus) == []


def test_a_folder_name_taken_twice_is_found(corpus: Path) -> None:
    shutil.copytree(corpus / RULES, corpus / "rules" / "rules-a")
    faults = found(corpus)
    assert any(fault.startswith("rules/rules-a/meta.yaml:1: the folder name rules-a is taken") for fault in faults)
    assert any("two passages have the id rules-a:1:zh" in fault for fault in faults)


def test_all_faults_are_listed_at_once(corpus: Path) -> None:
    for name in ("dates in order", "case facts", "official wording", "glossary twice"):
        file, old, new, _ = PLANTED[name]
        path = corpus / file
        path.write_text(path.read_text(encoding="utf-8").replace(old, new, 1), encoding="utf-8")
    faults = found(corpus)
    for name in ("dates in order", "case facts", "official wording", "glossary twice"):
        assert any(fault.startswith(PLANTED[name][3]) for fault in faults)
