"""Whether the money of a question is a company's: for a unit other figures hold than for an individual."""

import re

# in a company, with its staff: then it is not the company that sells
_OUR = r"(?<![在给向跟和与从被对由请让替到])"
_UNIT_S = re.compile(
    rf"{_OUR}(?:公司|企业|单位)(?:去年|今年|全年|一年|在?(?:19|20)\d\d年|账户|账上|的|[,，]){{0,2}}"
    r"(?:卖|销售|出售|经营|提供|代理|搭建|流水|营收|营业|收入|收款|利润|赚|获利|违法所得|非法经营|无证)|"
    r"以(?:公司|单位)(?:的)?名义|(?:单位|公司)犯罪|"
    r"(?<!of a )(?<!of the )(?<!at a )(?<!at the )(?<!at his )(?<!at my )(?<!for a )(?<!for the )(?<!in a )(?<!in the )(?<!in his )(?<!to a )(?<!to the )"
    r"\b(?:company|corporation|firm)(?:['’]s)?(?:, (?=turnover|profit|revenue|receipts|sales)| )(?:(?!and\b|but\b|who\b|to\b|where\b|that\b)\w+ )?"
    r"(?:sold|sells?|selling|made|makes|earned|received|took|had|has|turnover|turned over|profits?|revenues?|receipts|sales|operated|ran|runs|offered|provided)\b|"
    r"\b(?:corporate|unit) crime\b|\bcrime (?:of|by) (?:a|the) (?:unit|company)\b",
    re.IGNORECASE,
)
# and somebody's own share of it
_SOMEBODY_S = re.compile(
    r"(?:老板|股东|员工|职工|经理|法人|法定代表人|本人|自己|个人)[^,，。；;]{0,6}(?:赚|拿|得了?|收|获利|工资|分)|"
    r"\b(?:boss|owner|shareholder|employee|manager|director|he|she|I) (?:\w+ )?(?:made|earned|got|took|kept|received)\b",
    re.IGNORECASE,
)


def is_of_unit(text: str) -> bool:
    """Return whether what was sold and earned is a company's, and nobody's own besides.

    :param text: In Simplified characters and plain forms.
    """
    return bool(_UNIT_S.search(text)) and not _SOMEBODY_S.search(text)
