"""Help that is not given: how to evade the police, to destroy or forge evidence, to learn the assistant's own instructions."""

import re

from retrieval.question import Question

_HOW_TO = re.compile(
    r"\bhow (?:do|can|could|should|to|would)\b|walk me through|step[- ]by[- ]step|teach|show me|help me|tell me how|instructions? (?:for|to|on)|guide me|best way to|"
    r"教我|怎么(?!认定|处罚|判|定性|算|规定)|怎样(?!认定|处罚|判|定性|算)|如何(?!认定|处罚|判|定性|计算|区分|理解|适用)|步骤|帮我|帮忙|方法",
    re.IGNORECASE,
)
_HARM = re.compile(
    r"(?:wip|destroy|delet|eras|hid|conceal|shred|tamper|alter|fabricat|forg|remov|launder|mov)\w*\b[^.?!]{0,60}\b(?:evidence|logs?|records?|traces?|chats?|proceeds|money|data)\b|"
    r"(?:evad|avoid|escap|dodg|bypass|stay ahead)\w*\b[^.?!]{0,40}\b(?:police|detect\w*|investigat\w*|caught|arrest|law enforcement|trac\w+)\b|"
    r"\b(?:hid|conceal|disguis|keep)\w*\b[^.?!]{0,40}\bfrom (?:the |being )?(?:police|authorit\w+|investigat\w+|prosecut\w+|found|seized|traced)\b|"
    r"\bwithout (?:being|getting) (?:caught|detected|found|traced|arrested|noticed|identified|discovered|tracked)\b|\b(?:under|below|off) the radar\b|"
    r"(?:wip|destroy|delet|eras|shred|format|smash|burn|dump)\w*\b[^.?!]{0,40}\b(?:servers?|disks?|drives?|phones?|computers?|laptops?|databases?|devices?|books)\b[^.?!]{0,40}\b(?:before|raid\w*|police|search\w*|seiz\w+|investigat\w+)\b|"
    r"\b(?:police|authorit\w+|investigators?|prosecutors?|officers?|they) (?:cannot|can't|can not|won't|don't|never|will not|do not) (?:\w+ )?(?:see|find|trace|track|know|read|learn|identify|get at)\b|"
    r"(?:cannot|can't|not) (?:be )?(?:trace|detect|recover|find|found)\w*\b|\bcoach\w*\b[^.?!]{0,30}\bwitness|\bbrib\w+[^.?!]{0,30}\b(?:judge|police|officer|prosecutor)|"
    r"(?:销毁|毁灭|删除|删掉|清除|隐匿|隐藏|转移|伪造|篡改|藏匿|洗白?)[^?!。？！]{0,20}(?:证据|日志|记录|痕迹|赃款|钱|聊天|流水|数据|硬盘)|"
    r"(?:躲避|逃避|逃脱|规避|躲过|避开|绕过|绕开|防止|不被|查不到|抓不到|查不出|追查不到)[^?!。？！]{0,20}(?:公安|警察|警方|侦查|网警|追查|追踪|抓|查|发现|收款|记录)|"
    r"(?:公安|警察|警方|网警)[^?!。？！]{0,6}(?:查不到|抓不到|发现不了|查不出|追不到)|不(?:让|被)[^,?!。？！，]{0,6}(?:公安|警察|警方|网警)[^,?!。？！，]{0,4}(?:发现|找到|查到|知道|抓到)|串供|贿赂?法官",
    re.IGNORECASE,
)
# a document made up for the court, or traces laid: asking for it is asking for harm, whatever is said of punishment
_FORGERY = re.compile(
    r"\bbackdat\w+|\b(?:fake|forge|fabricate)\w*\b[^.?!]{0,30}\b(?:contracts?|invoices?|receipts?|documents?|chats?|vouchers?)\b|"
    r"\bnothing (?:points?|leads?|traces?)(?: back)? to (?:me|us|him|her)\b|"
    r"(?:编|伪造|倒签|补做|造)(?:一|几|份|张|个|些|假|一份|几张|几份)*[^,?!。？！，]{0,12}(?:合同|发票|收据|凭证|借条|聊天记录|账本|证明)|"
    r"^\W*(?:请|麻烦|你|能不能|可以)?(?:帮我|给我|替我)?(?:写|做|开|弄|出|搞)(?:一|几|个|份|张|封|些)*假的?[^,?!，。？！]{0,12}(?:合同|发票|收据|凭证|借条|聊天记录|账本|证明)|"
    r"(?:查不到|算不到|追不到)(?:我|咱|他)们?(?:头上|身上)",
    re.IGNORECASE,
)
_REQUEST = re.compile(r"\bwrite (?:out|me|down|up)|\bdraft\b|\bset[- ]?up\b|\bI need\b|帮|替我|给我|写", re.IGNORECASE)
_ABOUT_PUNISHMENT = re.compile(
    r"\b(?:penalt|punish|sentenc|crime|liab|offen[cs]e|charge|consequence|illegal|lawful|constitut)\w*|处罚|判刑|构成|罪|责任|后果|违法|量刑|刑期",
    re.IGNORECASE,
)
_INTERNALS = re.compile(
    r"\b(?:system|hidden|initial|internal|developer|your) (?:prompt|instructions?|message|rules)\b|\bprint\b[^.?!]{0,30}\bprompt|repeat (?:the|everything) (?:text )?above|"
    r"(?:系统|初始|内部|你的|隐藏)(?:的)?(?:提示词?|指令|设定)|提示词",
    re.IGNORECASE,
)
_INTERNALS_ASK = re.compile(
    r"print|show|reveal|repeat|output|display|what (?:is|are)|tell|disclose|dump|打印|输出|显示|告诉|重复|公开|是什么|给我看|泄露|复述",
    re.IGNORECASE,
)


def asks_for_harm(question: Question) -> bool:
    """Return whether help with evading the police or destroying evidence is asked for, or the assistant's internals."""
    text = question.text
    if _INTERNALS.search(text) and _INTERNALS_ASK.search(text):
        return True
    if _FORGERY.search(text) and (_HOW_TO.search(text) or _REQUEST.search(text)):
        return True
    return bool(_HARM.search(text) and _HOW_TO.search(text) and not _ABOUT_PUNISHMENT.search(text))
