"""Whether a question is about international telecommunications business, for which the law has amounts of its own."""

import re

# the thresholds of that business, by their measure's Chinese words
CALLS = re.compile("去话|来话")
_BUSINESS = re.compile(
    r"国际(?:长途)?(?:电信|电话|通信业务|话务)|(?:港澳台|香港|台湾)电信|[去来]话|"
    r"\binternational (?:tele\w*|calls?|(?:voice|phone) (?:calls?|traffic))\b|\b(?:out|in)(?:bound|going|coming) (?:calls?|telephone|international)\b",
    re.IGNORECASE,
)
_BY_MINUTES = re.compile(r"电话|通话|话务|语音|[去来]话|分钟|\b(?:calls?|voice|minutes?|telephon\w*)\b", re.IGNORECASE)
# a line that leads abroad; of a private line it goes without saying, but not of bandwidth
_ABROAD = re.compile(
    r"(?:国际|跨境|跨国|出境|港澳台|[沪深京]港)(?:出口|数据|租用|租赁|网络|互联网)*(?:专线|带宽|宽带|电路|线路|信道|链路)|"
    r"(?<![a-z])(?:IPLC|IEPL)s?(?![a-z])|(?<!国内)(?<!境内)(?<!省内)(?<!同城)专线|"
    r"\b(?:international|cross-border|overseas) (?:private |leased |data |dedicated )*(?:lines?|circuits?|bandwidth|capacity|links?)\b|"
    r"(?<!domestic )\b(?:private|leased|dedicated) lines?\b",
    re.IGNORECASE,
)
_TOOL = r"VPN|机场|节点|梯子|翻墙|账号|帐号|订阅|套餐|流量包|服务器"
_LINE = rf"(?:专线|带宽|宽带|电路|线路|IPLC|IEPL)(?!费|成本|支出|开支|租金|的?(?:{_TOOL}))"
_TOOL_EN = r"vpn|accounts?\b|subscri|nodes?\b|prox|airport|servers?\b|tools?\b|software"
_LINE_EN = r"(?:lines?|circuits?|bandwidth|capacity|IPLCs?|IEPLs?)\b(?! (?:costs?|fees?|bills?|expenses?|rent)\b)"
_SELLS_EN = (
    r"(?:re-?s(?:ell(?:s|ing)?|old|ale of)|re-?let(?:s|ting)?|sub-?(?:let(?:s|ting)?|leas\w+)|s(?:ell(?:s|ing)?|old)|"
    r"(?:rent|leas|let|hir)(?:s|es|ed|e|ing|ting)? out)"
)
_RESOLD = re.compile(
    rf"(?:转租|转售|转卖|倒卖|出租|出售|分租|批发|卖)[^，。；,;!?？]{{0,14}}?{_LINE}|"
    rf"{_LINE}[^，。；,;!?？]{{0,12}}?(?:出租|出售|租给|卖给|卖了|对外(?:出租|提供|经营)|提供给|分给|借给|给(?!员工|职工|自己|总部|全公司|[分子]公司)[^，。；,;]{{1,8}}用)|"
    # who passes on passes on what he has: the line was named before
    rf"{_LINE}[^。；;!?？]{{0,40}}?(?:转租|转售|转卖|分租)(?![^，。；,;]{{0,8}}(?:{_TOOL}))|"
    rf"\b{_SELLS_EN}\b(?:(?!{_TOOL_EN})[^.;?!]){{0,40}}?\b{_LINE_EN}|"
    rf"\b{_LINE_EN}(?:(?!{_TOOL_EN})[^.;?!]){{0,40}}?\b(?:resold|sublet|re-?let|subleased|sold|(?:rent|leas|let|hir)(?:ed)? out)\b|"
    rf"\b(?:let|allow\w*|give|gave)\b[^.;?!]{{0,30}}\b(?:firms?|compan\w+|others?|customers?|neighbou?rs?)\b[^.;?!]{{0,20}}\b{_LINE_EN}[^.;?!]{{0,20}}\bfor (?:a fee|money|pay)",
    re.IGNORECASE,
)


def is_international(text: str) -> bool:
    """Return whether a text is about calls abroad, or about a line abroad that is let or sold on.

    Who sells a tool over such a line sells the tool: 用IPLC搭机场卖订阅 is none.
    """
    return bool(_BUSINESS.search(text) or (_ABROAD.search(text) and _RESOLD.search(text)))


def tells_of_calls(text: str) -> bool:
    """Return whether a text speaks of calls or minutes, by which the amounts of that business are counted."""
    return bool(_BY_MINUTES.search(text))
