"""A small corpus made for the test: a law from the data file, a regulation and its predecessor, official wording, a case."""

import shutil
from pathlib import Path

import pytest

from ingest.check.run import check_corpus
from ingest.check.table import BEGIN, END, write_table
from retrieval.settings import ROOT

INSTRUMENT = """\
kind: {kind}
titles: {{zh: {zh}, en: {en}}}
short: {{zh: [{zh}], en: [{en}]}}
number: {number}
issuer: {{zh: 国务院, en: State Council}}
adopted: {adopted}
published: {published}
effective: {effective}
ended: {ended}
status: {status}
replaced_by: {replaced_by}
version_of: null
coverage: whole
source: {{zh: 官方公布文本, en: Text as officially published, confidence: L}}
used_for: {{zh: 用于测试, en: Used in tests}}
"""
DATES = {"adopted": "2010-01-01", "published": "2010-02-01", "effective": "2010-03-01"}
IN_FORCE = {"ended": "null", "status": "in_force", "replaced_by": "null"}

LAW = (
    INSTRUMENT.format(kind="statute", zh="刑法", en="Criminal Law", number="null", **DATES, **IN_FORCE)
    + """\
data_law_id: d2da5d066414
thresholds: []
notes: []
"""
)
LAW_EN = """\
# Criminal Law

## Article 99
“Or more”, “or less” and “within” as used in this Law include the given figure.
"""

RULES = (
    INSTRUMENT.format(kind="regulation", zh="甲规定", en="Rules A", number="国务院令第900号", **DATES, **IN_FORCE)
    + """\
thresholds:
  - charge_article: null
    measure: {zh: 罚款, en: fine}
    unit: yuan
    value: 5000
    inclusive: true
    tier: minimum
    applies_to: any
    address: {article: 第二条, paragraph: 1, item: （二）}
notes:
  - section: 第二条
    severity: M
    zh: 包括本数。
    en: The figure is included.
    authority: {id: criminal-law, article: 第九十九条, paragraph: null, item: null}
"""
)
RULES_ZH = """\
# 甲规定

## 第一章 总则

## 第一条
为了测试，制定本规定。

## 第二条
有下列情形之一的，予以处罚：
（一）违法所得不足五千元的，给予警告；
（二）违法所得五千元以上的，处五千元以上一万元以下罚款。
"""
RULES_EN = """\
# Rules A

## Chapter I General Provisions

## Article 1
These Rules are made for testing.

## Article 2
A penalty is imposed in any of the following circumstances:
(1) where the illegal gains are less than 5,000 yuan, a warning;
(2) where the illegal gains are 5,000 yuan or more, a fine of 5,000 yuan or more but not more than 10,000 yuan.
"""

OLD = INSTRUMENT.format(
    kind="regulation", zh="乙规定", en="Rules B", number="国务院令第800号", adopted="2000-01-01", published="2000-01-01",
    effective="2000-03-01", ended="2010-02-28", status="superseded", replaced_by="rules-a",
) + "thresholds: []\nnotes: []\n"  # fmt: skip
OLD_ZH = "# 乙规定\n\n## 第一条\n为了测试，制定本规定。\n"
OLD_EN = "# Rules B\n\n## Article 1\nThese Rules are made for testing.\n"

WORDING = INSTRUMENT.format(
    kind="interpretation", zh="时间效力规定", en="Temporal Effect Provisions", number="高检发释字〔2001〕5号",
    **DATES, **IN_FORCE,
) + "thresholds: []\nnotes: []\n"  # fmt: skip

CASE = """\
kind: case
titles: {zh: 李某案, en: Li case}
short: {zh: [李某案], en: [Li case]}
number: (2020)京0101刑初1号
issuer: {zh: 某法院, en: A court}
status: unknown
coverage: restated
source: {zh: 报道, en: Press, confidence: B}
notes: []
case:
  court: null
  decided: '2020'
  charge: {zh: 非法经营罪, en: illegal business operations, article: 第二百二十五条第四项}
  charge_path: []
  amounts: []
  users: null
  term_months: 36
  suspended_months: 48
  fine: 10000
  defendants: 1
  outcome: {zh: 缓刑, en: suspended}
  confidence: B
"""
CASE_ZH = """\
# 李某案

## 案件事实
李某案的事实不详。

## 罪名变化
李某案的罪名没有变化。

## 处理结果
李某被判处缓刑。

## 裁判理由
李某案的理由未见到。

## 对辩护的意义
李某案仅供测试。

## 来源与可信度
李某案的可信度为B级。
"""
CASE_EN = """\
# Li case

## Facts
The facts of the Li case are not known.

## Path of the charge
The charge in the Li case did not change.

## Result
Li was given a suspended sentence.

## Reasoning
The reasons of the Li case have not been seen.

## Why it matters
The Li case is for testing only.

## Sources and confidence
Confidence for the Li case is B.
"""
QUESTIONS = """\
{"place": "第一条", "zh": ["为什么要定这些规矩？"], "en": ["Why were these rules made?"]}
{"place": "第二条", "zh": ["挣的钱会被收走吗？"], "en": ["What may be taken?"]}
"""
GLOSSARY = """\
- {zh: 以上, en: or more, article: {id: criminal-law, article: 第九十九条, paragraph: null}}
- {zh: 罚款, en: administrative fine}
- {zh: 罚金, en: fine}
"""
FILES = {
    "statutes/criminal-law/meta.yaml": LAW,
    "statutes/criminal-law/en.md": LAW_EN,
    "regulations/rules-a/meta.yaml": RULES,
    "regulations/rules-a/zh.md": RULES_ZH,
    "regulations/rules-a/en.md": RULES_EN,
    "regulations/rules-b/meta.yaml": OLD,
    "regulations/rules-b/zh.md": OLD_ZH,
    "regulations/rules-b/en.md": OLD_EN,
    "interpretations/provisions-2001-temporal-effect/meta.yaml": WORDING,
    "cases/li-2020/meta.yaml": CASE,
    "cases/li-2020/zh.md": CASE_ZH,
    "cases/li-2020/en.md": CASE_EN,
    "glossary.yaml": GLOSSARY,
    "questions/rules-a.jsonl": QUESTIONS,
    "README.md": f"# A corpus\n\n{BEGIN}\n{END}\n",
}


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    """A corpus without faults; the official wording in it is the project's own copy of that instrument."""
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    real = ROOT / "corpus" / "interpretations" / "provisions-2001-temporal-effect"
    for language in ("zh", "en"):
        shutil.copy(real / f"{language}.md", tmp_path / "interpretations" / real.name)
    assert write_table(tmp_path, check_corpus(tmp_path)[1])
    return tmp_path
