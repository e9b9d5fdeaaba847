"""Whether a question is about the asker's own matter or asks for a rule, or about what happened in a decided case."""

import re
from typing import Literal

Conduct = Literal["use", "supply"]

# what is done with a case that was found is still about that case: can we cite it?
_USED = re.compile(
    r"\b(?:cit(?:e|es|ed|ing)|rel(?:y|ies|ied|ying) on|distinguish\w*|binding|precedent|invok\w+|use (?:it|that|this) (?:for|in|as|against)|be used (?:as|in our))\b|援引|引用|参照|参考|怎么用|有(?:什么|啥|没有|没)?用|约束力",
    re.IGNORECASE,
)
_THE_CASE = {
    "en": re.compile(r"\b(?:that|this|the) (?:case|judg(?:e?ment)|decision|ruling|court)\b", re.IGNORECASE),
    "zh": re.compile(r"(?<![我咱])(?<!们)(?:该案|此案|本案|(?:这|那)(?:个|起|件)?(?:案|判例|判决)|他的?案子?)"),
}
_REQUEST = {
    "en": re.compile(
        r"\b(?:I (?:want|need|would like|'d like) to know|(?:can|could|may) I ask|I mean|tell us)\b", re.I
    ),
    "zh": re.compile(r"(?:告诉|给|帮|请|替|跟)我们?|我们?(?:就|只)?(?:想|要)?(?:问|知道|了解|确认|看)"),
}
_OWN = {
    "en": re.compile(r"\b(?:my|our|ours|mine|us|we|I)\b|^\W*(?:[Cc]lient|[Dd]efendant|[Ff]ined)\b"),
    "zh": re.compile(
        r"我|咱|(?<!案的)(?<!案)当事人|委托人|(?<![谁哪人])[被遭][^,?，。？谁哪]{0,10}罚了?款?[\d一二三四五六七八九十两]"
    ),
}
# it is asked what may, must or would be: not what was
_RULE = {
    "en": re.compile(
        r"\b(?:can|could|may|might|must|shall|should|would|will)\b(?! (?:\w+ )?have\b)|\bstatutory\b|\b(?:max|min)imum\b|"
        r"\bif\b|\bin general\b|\bgenerally\b|\bunder (?:the|Chinese) law\b",
        re.IGNORECASE,
    ),
    "zh": re.compile(
        r"能不能|可不可以|要不要|会不会|该不该|是否(?:可以|应当|需要|能)|(?:能|可以|要|会|得|应该|应当|需要)[^,?，。？了]{0,14}(?:吗|么|多少|几|多久|多长)|"
        r"怎么(?:告|办|申请|辩|算|认定)|法定刑|最[高低多少长短](?:判|是|刑|可|能)|按什么|(?:什么|哪个)标准|依据(?:是|的是)?(?:哪|什么)|如果|要是|假如|"
        r"通常|法律上|(?:合法|违法|犯法|犯罪)吗"
    ),
}
_WAS = {
    "en": re.compile(r"\b(?:did|was|were|had|why)\b", re.IGNORECASE),
    "zh": re.compile(r"当时|原审|一审|二审|原来|为什么|为何"),
}
_FACT = {
    "en": re.compile(
        r"\b(?:did|was|were|had|got|why|he|she|his|her|they|their|court|sentence|outcome|case)\b", re.IGNORECASE
    ),
    "zh": re.compile(r"了|他|她|当时|原审|一审|二审|原来|为什么|为何|获利|案|法院|哪里的?"),
}
_SUPPLIED = re.compile(
    r"卖|出售|销售|转售|提供|搭建|开发|制作|运营|[开做办搞][^,?!，。？！]{0,2}机场|机场主|"
    r"\b(?:s[eo]l[dl]\w*|sales|resold|resell\w*|suppl\w+|wrote|built|develop\w+|maintain\w*|distribut\w+|ran|rented out)\b|"
    r"\b(?:run(?:s|ning)?|operat(?:e[sd]?|ing)|host(?:s|ed|ing)?)\b(?= (?:(?:an?|the|my|our|his|their) )?(?:\w+ )?(?:VPNs?|airports?|nodes?|prox(?:y|ies)|servers?|机场))",
    re.IGNORECASE,
)
# what a user does with the software, and no seller asks about
_OWN_USE = re.compile(
    r"\b(?:us(?:e[sd]?|ing)|brows\w+|visit\w*|watch\w*|scroll\w*)\b|(?:使用|[用上看刷]|翻墙|浏览)(?!户)", re.IGNORECASE
)
# punished for it: for what else than its use
_FOR_SOFTWARE = re.compile(
    r"\b(?:for|over|because of) (?:an? |the |their |his )?(?:VPNs?|ladders?|circumvention)\b|因为?[^,?!，。？！]{0,4}(?:VPN|梯子)",
    re.IGNORECASE,
)
_EXPOSURE = re.compile(
    r"风险|面临|后果|怎么判|判几年|判多[久少]|什么罪|会不会被?判|\b(?:exposure|facing|faces?|looking at|(?:can|should|might) (?:he|she|they|we|I) expect|risks?|charged with|at stake)\b",
    re.IGNORECASE,
)
# a message that asks nothing: who tells that he used a VPN asks what follows from it
_ASKS = re.compile(
    r"[?？]|\b(?:what|how|who|whom|which|when|where|why|whether|if)\b|^\W*(?:and |so |but )?(?:can|could|is|are|was|were|do|does|did|has|have|will|would|may|must|should|compare|list|explain|tell|give|show)\b|"
    r"吗|呢|什么|怎|几|多少|多久|哪|谁|是否|能不能|可不可以|会不会|要不要|有没有|为何|如何|请",
    re.IGNORECASE,
)
# what selling is punished with, whoever sells: penalty for selling a VPN, 卖VPN怎么判
_PUNISHED = re.compile(
    r"\b(?:penalt\w+|punish\w+|sentenc\w+|years|jail|prison)\b[^.?!]{0,30}\bfor\b[^.?!]{0,20}\b(?:sell|suppl|provid|distribut)\w*|"
    r"\b(?:what|which) (?:crimes?|offen[cs]es?|charges?)\b[^.?!]{0,30}\b(?:sell|suppl|provid|distribut)\w*|"
    r"(?:卖|出售|销售|提供)[^,?!，。？！了]{0,12}(?:(?:犯|是|构成|定|涉嫌|触犯)[了的]?(?:什么|哪个|哪些|何)罪|怎么判|判几年|判多[久少]|坐几年牢|(?:怎么|如何)处罚)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"\bcompar\w+ (?:\w+ ){0,3}(?:with|to)\b|\bunlike\b|(?:和|跟|与|同)[^,?，。？]{2,12}(?:比|对比|相比)", re.IGNORECASE
)

_SEVERAL = re.compile(
    r"\b(?:of|between) (?:the|these|those) (?:two|three)\b|\bof (?:them|both|either)\b|\bthe two (?:cases|of them|sentences)\b|\beach (?:of them|earn|get|got|make|made|receive|sell|serve)\b|各(?:自|判|赚|罚)|\bboth cases\b|"
    r"两者|二者|(?:这|那|上述)?(?:两|二|三)(?:个案|案|人|个|者)(?:里|中|之间|谁|哪|都|相比)",
    re.IGNORECASE,
)
# why the court did not take another crime
_WHY = re.compile(r"为什么|为啥|为何|凭什么|怎么(?:不是|没)|\bwhy\b|\bhow come\b", re.IGNORECASE)


def lets_go(text: str, language: str) -> bool:
    """Return whether a question leaves the decided case that was spoken of: it is about one's own matter, or a rule.

    :param text: In Simplified characters and plain forms.
    """
    if _USED.search(text) or _THE_CASE[language].search(text):
        return False
    return is_own(text, language) or asks_for_rule(text, language) or bool(_COMPARED.search(text))


def is_own(text: str, language: str) -> bool:
    """Return whether a question speaks of the asker or of the asker's client."""
    return bool(_OWN[language].search(_REQUEST[language].sub(" ", text)))


def asks_for_rule(text: str, language: str) -> bool:
    """Return whether a question asks what the law lets happen, not what happened."""
    return bool(_RULE[language].search(text)) and not _WAS[language].search(text)


def asks_for_fact(text: str, language: str) -> bool:
    """Return whether a question can only mean what happened in a case: how much did he earn, 他获利多少."""
    return bool(_FACT[language].search(text)) and not lets_go(text, language)


def tells_of_own_use(text: str, language: str) -> bool:
    """Return whether a question tells that somebody of its own used the software, and nothing of supply."""
    return is_own(text, language) and bool(_OWN_USE.search(text)) and not _SUPPLIED.search(text)


def asks_nothing(text: str) -> bool:
    """Return whether a message only tells something, without a question."""
    return not _ASKS.search(text)


def conduct_in(text: str) -> Conduct | None:
    """Return what a question says was done with the software: its supply, else its use; None if neither."""
    if _SUPPLIED.search(text):
        return "supply"
    return "use" if _OWN_USE.search(text) or _FOR_SOFTWARE.search(text) else None


def asks_for_exposure(text: str, language: str) -> bool:
    """Return whether a question asks what threatens who sells something, or somebody of its own who sold or made it."""
    own = is_own(text, language) and _SUPPLIED.search(text) and _EXPOSURE.search(text)
    return bool(own or _PUNISHED.search(text))


def asks_why(text: str) -> bool:
    """Return whether a question asks for the reason of what it names."""
    return bool(_WHY.search(text))


def compares(text: str) -> bool:
    """Return whether a question sets what it names beside what was spoken of before: compare with that of Wu."""
    return bool(_COMPARED.search(text))


def means_several(text: str) -> bool:
    """Return whether a question means things spoken of before together: which of the two, 这两个案子里."""
    return bool(_SEVERAL.search(text))
