"""Whether a number of a text is a sum of yuan, and what it is a sum of."""

import re
from decimal import Decimal

from retrieval.amounts.bounds import CLAUSE
from retrieval.amounts.claimed import is_claimed
from retrieval.amounts.figures import Figure
from retrieval.amounts.words import OF_CUSTOMERS, OTHER_SUM, OTHER_SUM_BEHIND, PAID_TO, PAY, ROLES, YUAN, Role

# foreign money by its names and codes, which stand before or behind the number: 港币3万元, 3万元港币, JPY 5,000
_CURRENCY = (
    r"美[元金刀]|澳门[元币]|[港澳加欧日韩台坡]币|新台币|[港澳加欧日韩]元(?!旦)|新加坡元|新西兰元|纽元|日圆|韩圆|港纸|英镑|泰铢|卢布|卢比|越南盾|印尼盾|比索|林吉特|马币|"
    r"瑞士法郎|瑞郎|迪拉姆|外币|比特币|以太[币坊]|莱特币|泰达币|虚拟币|加密货币|"
    r"\b(?:USD[TC]?|US\$|HKD?\$?(?![a-z])|EUR|GBP|JPY|KRW|TWD|NTD?\$?(?![a-z])|SGD|AUD|CAD|NZD|CHF|THB|RUB|INR|MYR|VND|PHP|IDR|MOP|AED|BTC|ETH)(?![a-z])"
)
_CURRENCY_WORD = (
    r"(?:(?:us|u\.s\.|american|hong kong|singapore|australian|canadian|new zealand|(?:new )?taiwan)\s+)?dollars?\b|euros?\b|"
    r"pounds?\b|(?:japanese )?yen\b|(?:korean )?won\b|rou?bles?\b|rupees?\b|baht\b|ringgit\b|pesos?\b|(?:swiss )?francs?\b|bitcoins?\b|tether\b"
)
_FOREIGN = re.compile(rf"(?:[$€£]|{_CURRENCY})(?:\s|约|共计?|合计|大约|[:：])*$", re.IGNORECASE)
FOREIGN_UNIT = re.compile(rf"\s*(?:元|块钱?)?\s*[(（]?\s*的?个?(?:{_CURRENCY}|{_CURRENCY_WORD}|[€£])", re.IGNORECASE)
YUAN_BEFORE = re.compile(r"(?:\b(?:RMB|CNY)|[¥￥]|人民币)\s*$", re.IGNORECASE)
NO_AMOUNT = re.compile(
    r"\s*(?:[年月日号条款项倍岁天个名位人]|个月|小时|之|%|％|/|-\d|\(\d|years?\b|months?\b|days?\b|times\b|per ?cent\b|cases?\b|(?:people|persons?|defendants?|of (?:the|us|them))\b)",
    re.IGNORECASE,
)
_THRESHOLD = re.compile(r"\s*(?:元|yuan)?\s*(?:以上|以下|以内|or more|or less|or above)", re.IGNORECASE)
# who tells what somebody got means a sum, not the law's: 他赚了5000元以上
_AS_FACT = re.compile(
    r"(?:我|他|她|当事人|嫌疑人|被告人?|[甲乙]|某)[^,，。；;]*$|(?:赚|收|卖|获利|挣)[了到过][^,，。；;]*$|"
    r"\b(?:I|he|she|we|they|client|seller|defendant)\b[^,.;]*\b(?:made|earned|received|got|took|charged|collected|gained)\b[^,.;]*$",
    re.IGNORECASE,
)
# what may stand between a role's word and the number behind it: 流水有4万6, revenue of 46,000
_LEADS = re.compile(
    r"(?:[额款是为有约共达近仅才就了到:：]|大概|大约|差不多|总共|合计|只有|"
    r"\b(?:of|was|is|were|about|around|only|just|roughly|some|RMB|CNY)\b|[¥￥\s])*",
    re.IGNORECASE,
)
_GIVEN_BACK = re.compile(r"退[了还给款]")  # 违法所得3万退了: it is still what the word before it says
_JOINS = re.compile(
    r"^[多余来]?(?:左右)?\s*(?:yuan|rmb|元)?\s*(?:of|in|for|as|on|的|是)?\s*(?:the |his |her |their )?$", re.IGNORECASE
)
# a number without a unit is money only where no other noun follows: not "30,000 subscriptions", not 300台
ENDS = re.compile(
    r"\s*(?:$|[^\w\s]|多|余|来|左右|出头|和|与|跟|还是|或|的|是|为|吗|呢|到|至|[了算够要会能卖判构属没不应可怎罚达有哪谁更差各都已也但且并被]|整(?![箱台套个批年月天])|其中|全[部额都数退]|(?:主动|家属|家人|案发后|到案后)[^，。,;；]{0,4}退|手续费|佣金|提成|利润|成本|流水|"
    r"(?:all (?:told|in|together)|and|or|in|of|for|on|as|from|to|with|but|while|after|before|plus|less|minus|gross|net|because|if|when|until|till|not|enough|he|she|they|are|were|can|does|last|this|over|during|since|between|"
    r"under|which|is|was|would|a|per|altogether|total|so|then|versus|vs|rather|went|goes?|each|apiece|monthly|yearly|\w+ing)\b)",
    re.IGNORECASE,
)
_LEAST_BARE = 100
# resells bandwidth to other firms, about 600,000 yuan last year: what was sold is told before, the sum stands alone
_TIME_EN = r"(?:last|this|that) year|in (?:19|20)\d{2}|so far|to date|altogether|in (?:all|total)|(?:over|for|within|in) (?:the )?(?:last |past )?\w+ (?:years?|months?)|since (?:\w+ )?(?:19|20)\d{2}"
_TIME_ZH = r"[去今前当]年|一年|(?:19|20)\d{2}年|至今|到现在|[两三四五六七八九十\d]+个?[年月]"
_SOLD_BEFORE = re.compile(
    r"(?:\b(?:re-?)?s(?:ells?|elling|old)\b|\bresale\b|\bsub-?let\w*|\b(?:let|rent|leas)(?:s|es|ed|ting|ing)? out\b|"
    r"转租|转售|转卖|倒卖|出租|分租|租给|卖)[^.。;；!！?？]*[,，:：—–-]\s*"
    rf"(?:(?:for|about|around|some|roughly|nearly|approximately|a total of|{_TIME_EN}|{_TIME_ZH}|约|大约|大概|差不多|一共|总共|共计?|合计|RMB|CNY|[¥￥])[\s,，]*)*$",
    re.IGNORECASE,
)
_ALONE_BEHIND = re.compile(
    rf"\s*(?:元|块钱?|yuan\b|rmb\b|cny\b)?(?:左右|上下|吧|\s+(?:{_TIME_EN})|{_TIME_ZH})*\s*(?:$|[.,;:!?。，；：！？)）])",
    re.IGNORECASE,
)
_LEAST_ALONE = 1_000  # yuan; less may be the price
_SOLD_BARE = re.compile(r"\bsold\s*$", re.IGNORECASE)  # sold 300: so many, no yuan
_MONEY_BEFORE = re.compile(r"[了利得入赚收费额款]\s*$")  # 获利2000 is no year


def is_foreign(before: str, after: str) -> bool:
    """Return whether a number is a sum of foreign money, by what stands before and after it."""
    return bool(_FOREIGN.search(before) or FOREIGN_UNIT.match(after))


def is_threshold(before: str, after: str) -> bool:
    """Return whether a number is the law's, 5,000 yuan or more, and not what somebody got."""
    return (bool(_THRESHOLD.match(after)) or is_claimed(before, after)) and not _AS_FACT.search(before)


def is_money(figure: Figure, before: str, after: str, bare: bool) -> bool:
    """Return whether a number is a sum of yuan that could be what a threshold measures.

    :param bare: Whether it may be one without the currency.
    """
    if is_foreign(before, after) or is_threshold(before, after):
        return False
    if OTHER_SUM.search(before) or OTHER_SUM_BEHIND.match(after):
        return False
    if YUAN.match(after) or YUAN_BEFORE.search(before):
        return True
    if not bare or NO_AMOUNT.match(after) or figure.value < _LEAST_BARE:
        return False
    if _SOLD_BARE.search(before):
        return False
    if figure.is_year and not _MONEY_BEFORE.search(before):
        return False
    return bool(ENDS.match(after)) or any(role.stated.match(after.lstrip()) for role in ROLES)


def is_taken_for_what_was_sold(value: Decimal, before: str, after: str) -> bool:
    """Return whether a sum stands alone behind what was sold: resells bandwidth, about 600,000 yuan last year."""
    return value >= _LEAST_ALONE and bool(_SOLD_BEFORE.search(before) and _ALONE_BEHIND.match(after))


def role_of(
    before: str, after: str, near: int | None = None, followed: bool = False, spent: int = 0
) -> tuple[Role | None, int]:
    """Return the role whose word the number is joined to, else the nearest in its clause: before it, then after it.

    With it, where that word ends in `after`; 0 unless it is joined to the number from behind. Of two that are joined to
    it that is the one behind, unless it is the next number's own: 流水4万6利润9千.

    :param followed: Whether another number stands right behind `after`.
    :param spent: Where in `before` the word ends that the number before took from behind, 0 if it took none.
    """
    unspent = CLAUSE.split(before[spent:])[-1]
    is_before_next = followed and len(CLAUSE.split(after)) == 1
    before = CLAUSE.split(before)[-1]
    after = CLAUSE.split(after)[0]
    if PAID_TO.search(before) and not OF_CUSTOMERS.search(f"{before} {after}"):
        return PAY, 0  # 拿了4000元工资: the wages are a cost to who pays them
    following = [(match.start(), match.end(), role) for role in ROLES for match in role.stated.finditer(after)]
    if following:
        start, end, role = min(following, key=lambda one: one[0])
        if _JOINS.match(after[:start]):
            of_the_next = is_before_next and _LEADS.fullmatch(after, end)
            if (of_the_next or _GIVEN_BACK.match(after, start)) and (own := _joined_before(unspent)):
                return own, 0
            return role, end
    preceding = _words_before(before)
    preceding = [one for one in preceding if near is None or len(before) - one[0] <= near]
    if preceding:
        return max(preceding, key=lambda one: one[:2])[2], 0
    if following and near is None:
        return min(following, key=lambda one: one[0])[2], 0
    return None, 0


def _words_before(text: str) -> list[tuple[int, int, Role]]:
    """The roles' words in a text; of two that end at the same place the longer one is the greater: "customers paid" is no cost."""
    return [(match.end(), -match.start(), role) for role in ROLES for match in role.stated.finditer(text)]


def _joined_before(text: str) -> Role | None:
    """The role whose word a text ends with, right before a number."""
    end, _, role = max(_words_before(text), key=lambda one: one[:2], default=(0, 0, None))
    return role if role and _LEADS.fullmatch(text, end) else None
