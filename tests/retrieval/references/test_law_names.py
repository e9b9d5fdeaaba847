"""Laws as people name them: without hyphens, by some words of the title, by a year, before or behind the number."""

from datetime import date

import pytest

from retrieval.chain import answer
from retrieval.index import Index
from retrieval.references.find import find_references
from retrieval.references.registry import Registry
from retrieval.request import Request

FRAUD, OLD_CSL, PSAPL_2012 = "anti-telecom-fraud-law", "cybersecurity-law-2016", "public-security-punishments-law-2012"
INTERIM, COMPUTER = "interim-provisions-international-networking", "interpretation-2011-19-computer-systems"


def _read(text: str, registry: Registry) -> list[tuple[tuple[str, ...], int | None]]:
    return [(r.authorities, r.article[0] if r.article else None) for r in find_references(text, registry)]


@pytest.mark.parametrize(
    ("text", "law", "article"),
    [
        ("art 24 anti telecom fraud law", FRAUD, 24),
        ("article 25 of the anti-fraud law", FRAUD, 25),
        ("anti fraud law, sec. 14", FRAUD, 14),
        ("does the anti-telecom fraud law ban VPN boxes? art 14", FRAUD, 14),
        ("反诈法管不管VPN设备？第14条", FRAUD, 14),
        ("ATFL 42", FRAUD, 42),
        ("atfl art. 42", FRAUD, 42),
        ("art 14 of the interim regulations 1996", INTERIM, 14),
        ("the 1996 interim rules art 6", INTERIM, 6),
        ("Interpretation [2011] 19, Article 10", COMPUTER, 10),
        ("Judicial Interpretation No. 19 of 2011, art. 3", COMPUTER, 3),
        ("司法解释2011年第19号第三条", COMPUTER, 3),
        ("article 10 interpretation 2011", COMPUTER, 10),
        ("Article 1 of the 1998 surrender interpretation", "interpretation-1998-surrender", 1),
        ("article 33 of the penalty law", "administrative-penalty-law", 33),
        ("sec. 27 old CSL", OLD_CSL, 27),
        ("网安法2016年版27条现在第几条", OLD_CSL, 27),
        ("2016年版网安法第63条", OLD_CSL, 63),
        ("art. 63 of the 2016 CSL", OLD_CSL, 63),
        ("article 44 of the 2012 PSAPL", PSAPL_2012, 44),
        ("Article 39 of the network data regulations", "network-data-security-regulations", 39),
        # and what must stay as it was
        ("网安法27条", "cybersecurity-law", 27),
        ("网络安全法2026年1月1日起施行的第29条", "cybersecurity-law", 29),
        ("what does the law say in art 285", "criminal-law", 285),
        ("is art 285 of the criminal law applied here", "criminal-law", 285),
        ("what is the penalty under art 285 and who decides", "criminal-law", 285),
    ],
)
def test_a_law_is_known_by_the_name_that_people_use(text: str, law: str, article: int, registry: Registry) -> None:
    assert (law,) in [authorities for authorities, number in _read(text, registry) if number == article]
    assert {authorities for authorities, number in _read(text, registry) if number} == {(law,)}


@pytest.mark.parametrize(
    "text",
    [
        "article 63 of the counterfeit quokka law",
        "counterfeit quokka act art. 5",
        "the space law, article 12",
        "under art 12 of the environmental protection law",
        "what does Art. 6 GDPR say",
        "GDPR第六条怎么规定",
        "gdpr art 6",
    ],
)
def test_an_article_of_a_law_that_is_not_known_is_not_the_criminal_law_s(text: str, registry: Registry) -> None:
    assert [authorities for authorities, number in _read(text, registry) if number] == [()]


def test_a_sentence_of_its_own_leaves_the_law_named_before(registry: Registry) -> None:
    assert _read("The CSL bans it. Does art. 285 apply?", registry)[-1] == (("criminal-law",), 285)


def test_articles_that_penalties_cite_together_are_those_of_that_law(registry: Registry) -> None:
    assert _read("6条14条到底罚谁", registry) == [((INTERIM,), 6), ((INTERIM,), 14)]
    assert _read("who is fined under arts. 6 and 14", registry) == [((INTERIM,), 6), ((INTERIM,), 14)]
    assert _read("285条286条有什么区别", registry) == [(("criminal-law",), 285), (("criminal-law",), 286)]
    assert _read("卖了6条内存14条网线", registry) == []


@pytest.mark.parametrize("asked", ["sec. 27 old CSL", "旧网络安全法第27条", "CSL 2016 art. 27"])
def test_an_old_version_named_without_a_day_is_quoted_first_and_warned_of(index: Index, asked: str) -> None:
    given = answer(index, Request(asked), today=date(2026, 11, 26))
    first = given.citations[0]
    assert (first.passage_id or "").startswith(f"{OLD_CSL}:27:")
    assert not [c for c in given.citations if (c.passage_id or "").startswith("cybersecurity-law:27:")]
    assert first.checks.in_force == "fail"


@pytest.mark.parametrize(
    ("asked", "reason"),
    [
        ("What does Art. 6 GDPR say?", "other_jurisdiction"),
        ("GDPR第六条怎么规定的？", "other_jurisdiction"),
        ("What does article 63 of the counterfeit quokka law say?", "missing_fact"),
    ],
)
def test_what_is_not_chinese_law_or_not_known_is_declined(index: Index, asked: str, reason: str) -> None:
    assert answer(index, Request(asked)).reason == reason
