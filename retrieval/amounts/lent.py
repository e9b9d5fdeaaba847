"""Whether a text tells of payment codes, cards or accounts lent to others: what runs through them is settled for these."""

import re

_CODE = r"(?:(?:收款|付款|支付|二维)码|银行卡|储蓄卡|支付宝|(?:银行|支付|收款|对公|支付宝|微信)账[户号])"
_OTHER = r"(?:朋友|同学|同事|亲戚|哥们|网友|别人|他人|人家|老板|机场|对方|上[家线]|他|她)"
_CODE_EN = (
    r"(?:(?:payment|qr|collection) codes?|(?:bank|debit|payment) cards?|(?:bank|payment|alipay|wechat(?: pay)?) accounts?|"
    r"alipay|wechat pay)"
)
_OTHER_EN = r"(?:(?:a|an|his|her|my|the|some|two|three|\d+) )?(?:others?|friends?|someone|somebody|strangers?|boss|employer|airport)"
_LENT = re.compile(
    # 转给三个人用过收款码; 出借银行卡
    rf"给[^，。；,;]{{1,8}}使?用(?:过|了)?(?:[我他她自本][己人]?的?|[^，。；,;]张)?(?<=[过了我他她己人的张]){_CODE}|"
    rf"(?:出借|出租|借给|租给|借出|租出)[^，。；,;]{{0,10}}{_CODE}|"
    # 银行卡借给朋友, 收款码给别人用
    rf"{_CODE}[^，。；,;]{{0,6}}[借租][给出]|{_CODE}(?:都|也|全)?(?:提供|交|转|拿)?(?:了|过)?给[^，。；,;]{{1,8}}(?:使?用|收款|收钱|走账)|"
    # 帮朋友收VPN的钱
    rf"(?:帮|替|代|为)(?:了|我的?)?{_OTHER}(?:代|来|去)?[收转取走过][^，。；,;]{{0,6}}[钱款账]|"
    rf"\b(?:lent|lends?|lending|rent(?:s|ed|ing)? out)\b[^.,;!?]{{0,40}}\b{_CODE_EN}\b|"
    rf"\blets?(?:ting)? [^.,;!?]{{1,25}} use (?:his|her|my|their|the) (?:own )?{_CODE_EN}\b|"
    rf"\b{_CODE_EN}\b[^.,;!?]{{0,30}}\b(?:lent|rented out)\b|\b{_CODE_EN}\b[^.,;!?]{{0,20}}\bused by {_OTHER_EN}\b|"
    rf"\b(?:collect(?:s|ed|ing)?|took|tak(?:es?|ing)|receiv(?:es?|ed|ing)) (?:the )?(?:vpn )?(?:money|payments?|funds) for {_OTHER_EN}\b",
    re.IGNORECASE,
)
# the crime of who lends them is named beside one of them, and it is not told that he sells
_ASSISTING = re.compile(r"帮信|帮助信息网络|\bbang ?xin\b|\bassisting\b|跑分|两卡", re.IGNORECASE)
_ANY_CODE = re.compile(rf"{_CODE}|\b{_CODE_EN}\b", re.IGNORECASE)
_SELLS = re.compile(r"[卖售]|\bs(?:old|ell(?:s|ing|ers?)?)\b", re.IGNORECASE)
# what ran through them, not what was kept
_RUNS = re.compile(r"流水|[走过进转]了?\s*$|进出|流入|转入|\bturnover\b|\bthrough\b", re.IGNORECASE)


def lends_account(text: str) -> bool:
    """Return whether a text tells of a code, a card or an account through which others were paid.

    :param text: As `plain` returns it.
    """
    if _LENT.search(text):
        return True
    return bool(_ASSISTING.search(text) and _ANY_CODE.search(text)) and not _SELLS.search(text)


def runs_through(before: str, after: str) -> bool:
    """Return whether a sum is what ran through an account, by what stands before and behind it in its clause."""
    return bool(_RUNS.search(before) or _RUNS.search(after))
