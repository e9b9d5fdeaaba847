"""Which law an article belongs to: never the Criminal Law by default while its clause names another one."""

import pytest

from retrieval.references.find import find_references
from retrieval.references.registry import Registry
from tests.support import short

CSL, COMPUTER = "cybersecurity-law", "interpretation-2011-19-computer-systems"


def _articles(text: str, registry: Registry) -> list[str]:
    return [short(reference) for reference in find_references(text, registry) if reference.article]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Article 27(b) of the Cybersecurity Law", [f"{CSL} 27 item 2"]),
        ("Article 27(1)(b) of the Cybersecurity Law", [f"{CSL} 27(1) item 2"]),
        ("Articles 27(b) and (c) of the Cybersecurity Law", [f"{CSL} 27 item 2", f"{CSL} 27 item 3"]),
        ("Art. 3(1)(e) of the 2011 Interpretation", [f"{COMPUTER} 3(1) item 5"]),
        ("Art. 3(1)(a)-(c) of the 2011 Interpretation", [f"{COMPUTER} 3(1) item {n}" for n in (1, 2, 3)]),
        ("item (d) of Article 225 of the Criminal Law", ["criminal-law 225 item 4"]),
        ("art. 225(d) CL", ["criminal-law 225 item 4"]),
        ("Article 27 (duties of operators) of the Cybersecurity Law", [f"{CSL} 27"]),
        ("Is article 27 relevant where the CSL applies?", [f"{CSL} 27"]),
        ("第三条和第六条，暂行规定怎么说", ["interim-provisions-international-networking 3", "interim-provisions-international-networking 6"]),
        ("刑法修正案（九）第二十九条", ["? 29"]),
        ("刑法修正案九第29条", ["? 29"]),
        ("《刑法修正案（九）》第二十九条", ["? 29"]),
        ("中华人民共和国刑法修正案(十一)第三条", ["? 3"]),
        ("修正案九第二十九条加了什么罪", ["? 29"]),
        ("修正案七第九条", ["? 9"]),
        ("修正案（十一）第13条", ["? 13"]),
        ("修正案9第29条", ["? 29"]),
        ("修正案九里的第二十九条", ["? 29"]),
        ("刑修九第二十九条", ["? 29"]),
        ("第九修正案第29条", ["? 29"]),
        ("Amendment IX to the Criminal Law, article 29", ["? 29"]),
        ("Article 29 of Amendment IX", ["? 29"]),
        ("Art. 2 of Amendment No. 7 to the Criminal Law", ["? 2"]),
        ("Article 29 of the Ninth Amendment to the Criminal Law", ["? 29"]),
        ("刑法第二百八十五条（刑法修正案（七）第九条）", ["criminal-law 285", "? 9"]),
        ("Constitution Article 40", ["? 40"]),
        ("constitution, art. 40", ["? 40"]),
        ("PRC Constitution art. 40", ["? 40"]),
        ("Article 40 of the Constitution", ["? 40"]),
        ("what does the Constitution say on correspondence, art 40", ["? 40"]),
        ("宪法规定的通信自由，第40条", ["? 40"]),
        ("依据宪法第40条和刑法第285条", ["? 40", "criminal-law 285"]),
        ("国发〔2000〕5号第三条", ["? 3"]),
        ("依照国发〔2000〕5号的规定，第三条怎么理解", ["? 3"]),
        ("第三条（国发〔2000〕5号）", ["? 3"]),
        ("法函〔1999〕12号第二条", ["? 2"]),
        ("高检会〔2010〕1号第五条", ["? 5"]),
        ("国办发【2017】3号第2条", ["? 2"]),
        ("Article 5 of Guo Fa [2000] No. 5", ["? 5"]),
        ("司法部令第107号第3条", ["? 3"]),
        ("工信部令第42号第四条", ["telecom-licence-measures-2017 4"]),
        ("2011年法释19号第3条", [f"{COMPUTER} 3"]),
        ("网络安全法第27条、国发〔2000〕5号第三条、刑法第285条", [f"{CSL} 27", "? 3", "criminal-law 285"]),
        # an article of a crime goes without its law's name, and an amendment's text is a part of the law
        ("国发〔2000〕5号出台后，第285条怎么适用", ["criminal-law 285"]),
        ("第285条和国发〔2000〕5号有什么关系", ["criminal-law 285"]),
        ("Does art. 285 apply if the CSL is breached?", ["criminal-law 285"]),
        ("第27条从犯怎么认定？网络安全法呢", ["criminal-law 27"]),
        ("网络安全法对第285条有影响吗", ["criminal-law 285"]),
        ("刑法修正案（九）增加的第286条之一", ["criminal-law 286-1"]),
        ("刑法修正案（九）对刑法第285条改了什么", ["criminal-law 285"]),
        ("刑法修正案九第285条第四款", ["criminal-law 285(4)"]),
        ("修正案九第二百八十七条之二", ["criminal-law 287-2"]),
        ("修正案九增加的第二百八十七条之二", ["criminal-law 287-2"]),
        ("网络安全法修正案第三条", ["cybersecurity-law 3"]),
        ("How did Amendment IX change Article 285?", ["criminal-law 285"]),
        ("the constitution of the crime in article 285", ["criminal-law 285"]),
        ("Under Article 285 (a) what is the threshold, (b) who decides", ["criminal-law 285"]),
        ("宪法和刑法第285条", ["criminal-law 285"]),
        ("第六条的解释仍有争辩空间", ["criminal-law 6"]),
        ("art. 6 is limited to direct networking, and art. 3 of the Implementing Measures says more", ["criminal-law 6", "implementing-measures-international-networking 3"]),
        ("upper range of art. 285(3), three to seven years", ["criminal-law 285(3)"]),
        ("第25条的共同犯罪", ["criminal-law 25"]),
    ],
)  # fmt: skip
def test_an_article_is_of_the_law_that_its_clause_names(text: str, expected: list[str], registry: Registry) -> None:
    assert _articles(text, registry) == expected


def test_in_a_follow_up_it_stays_the_law_s_of_the_turn_before(registry: Registry) -> None:
    found = find_references("第六条呢，和网络安全法比呢", registry, ("interim-provisions-international-networking",))
    assert short(found[0]) == "interim-provisions-international-networking 6"


@pytest.mark.parametrize("text", ["宪法的最高法律效力", "法规违反了宪法还有效吗", "abide by the Constitution and laws"])
def test_the_constitution_without_an_article_is_no_text_that_is_asked_for(text: str, registry: Registry) -> None:
    assert find_references(text, registry) == []
