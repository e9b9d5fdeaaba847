"""Questions that are not answered whatever the corpus holds: harmful help, invention, no question at all."""

import re

from retrieval.amounts.bases import states_amounts
from retrieval.question import Question
from retrieval.ranking.asked_rule import names_rule
from retrieval.reading.follow_up import without_expletives

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
    r"(?:查不到|算不到|追不到)(?:我|咱|他)们?(?:头上|身上)",
    re.IGNORECASE,
)
_REQUEST = re.compile(r"\bwrite (?:out|me|down|up)|\bdraft\b|\bset[- ]?up\b|\bI need\b|帮|替我|给我|写", re.IGNORECASE)
_INVENTION = re.compile(
    r"\b(?:make|making) (?:it|one|something|a \w+) up\b|\b(?:make|making) up (?:something|anything|one)\b|^\W*(?:please )?make up\b|\b(?:make|making) up\b[^.?!]{0,40}\b(?:case|reply|replies|citation|authority|authorities|precedent|decision|interpretation|provision|judge?ment|number|ruling|article)s?\b|\b(?:invent|fabricate|concoct)\b[^.?!]{0,60}\b(?:case|reply|ruling|judg(?:e?ment)|"
    r"citation|authority|authorities|precedent|decision|interpretation|number|article|provision)s?\b|"
    r"(?:编造|编|杜撰|虚构|捏造|瞎编|随便写)(?:一|个|条|份|几)*[^,?!。？！，]{0,20}(?:案号|判例|判决|裁定|批复|司法解释|解释|文号|法条|条文|案例|号[”’」]?)",
    re.IGNORECASE,
)
_BARE_POINTER = re.compile(
    r"^\W*(?:and |so |but |then )?(?:is|was|would|does|do|can|will|could|should|are|were) (?:that|this|it|those|these)\b(?: \w+){0,6}\W*$|"
    r"^\W*(?:(?:so|and|but) )?(?:will|would|could|can|might) (?:he|she|they|i|we|my (?:client|husband|wife|son|brother|friend)) (?:really )?(?:go to (?:prison|jail)|be (?:convicted|jailed|charged|arrested|punished|sentenced|fined)|get (?:away|off|bail|prison|jail)\b.{0,12})\W*$|"
    r"^(?:那么?|请问)?(?:他们?|她们?|我们?|咱们|当事人|我的当事人|客户|被告人?)?(?:这样|这种情况|那样|这|那)?(?:的话)?(?:会|要|能|可能|得|应该)?(?:被|给)?(?:判|坐|关|罚|抓)(?:多?几|多少|多久|多长|刑|牢|进去)[^,，。]{0,6}[？?。]?$|"
    r"^(?:那么?)?(?:这|那)(?:个|些|样|种)?(?:数额|数|金额|情况|事|案子|说法|行为|钱)?(?:够|行|算|合法|合适|可以|要紧|严重|成立|对|怎么|会|能|多)[^,，。]{0,6}[？?。]?$",
    re.IGNORECASE,
)
# what became of somebody whom no word before names: "what was he first detained for?"
_OF_SOMEBODY = re.compile(
    r"^\W*(?=(?:what|when|where|how|why|which|for what|did|was|were|had)\b)(?!.* (?-i:[A-Z])[a-z])(?!.*\b(?:an?|my|our|your|some(?:one|body)|any(?:one|body)|clients?|defendants?|sellers?|users?|suspects?|accused|if|whose?)\b).*"
    r"\b(?:(?:was|were|did|had) (?:he|she|they)|(?:he|she) (?:was|did|had|got|took|sold|served?|made))\b|"
    r"^(?:那|后来|最后|最初|当时)?(?:他|她|他们)(?:们|俩)?(?:最初|最后|当时|后来|一共|总共|到底|先|是|被|因)?[^,?!，。？！我]{0,14}(?:了|过|被拘留|被抓|被罚|被判|被捕)[^,?!，。？！吗]{0,10}[？?]?$",
    re.IGNORECASE,
)
# whoever sold what for how much, and what threatens him, says enough: 他卖梯子赚了三万,怎么判
_AHEAD = re.compile(r"怎么[判办罚]|怎么处[理罚]|(?:会|要|得)(?:被)?(?:判|坐|罚)|坐牢吗|犯法吗|犯罪吗|什么罪")
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
_IDENTITY = re.compile(
    r"\b(?:full |real |given )?names?\b[^.?!]{0,40}\b(?:judges?|lawyers?|counsel|attorneys?|prosecutors?|clerks?|witness\w*|defendants?|victims?|officers?|partners?|wife|procurators?)\b|"
    r"\b(?:judges?|lawyers?|counsel|attorneys?|prosecutors?|defendants?|officers?|client)(?:'s)?\s+(?:full |real |given )?(?:names?|(?:phone|telephone|mobile) numbers?|(?:home |e-?mail )?address|birthday|id number|date of birth)\b|"
    r"\bwho (?:was|were|is|are) (?:(?:the |his |her |its )(?:\w+ ){0,2})?(?:judges?|lawyers?|counsel|attorneys?|prosecutors?|clerk|witness\w*)\b|"
    r"\b(?:which|what) (?:\w+ )?(?:judge|lawyer|counsel|attorney|prosecutor|barrister|officer)s?\b[^.?!]{0,24}\b(?:defended|represented|stood|acted|appeared|heard|tried|sentenced|prosecuted|arrested|signed)\b|"
    r"\bbank accounts? (?:did|was|were|number)|\b(?:which|what) (?:\w+ )?(?:bank|hotel|university|school|hosting company|hosting provider|data cent(?:er|re)|law firm|company|provider)\b[^.?!]{0,30}\b(?:did|had|was|were|rent\w*|us(?:e|ed)|own\w*|host\w*)\b[^.?!]*\b(?:he|she|they|[A-Z][a-z]+)\b|"
    r"哪(?:一)?(?:家|位|个|所)(?:公司|银行|酒店|学校|大学|律所|律师事务所|服务商|机房|经理|老板|同学|朋友|亲戚)|"
    r"\b(?:full|real) name\b|\bsurnames?\b|\b(?:home address|phone number|telephone number|identity card|id number|date of birth)\b|"
    r"(?:(?:全名|真实姓名|真名|姓名|名字)叫|(?:全名|真实姓名|真名|姓名|名字|身份证号?|(?<![打接])电话|手机号|住址|家庭住址|出生日期|生日)(?:是|有|为|[？?]))|"
    r"(?:审判长|主审法官|法官|审判员|书记员|合议庭|律师|辩护人|检察官|公诉人|证人)[^,?!。？！，]{0,8}(?:是谁|叫什么|姓什么|是哪位|的?姓名|的?名字|的?全名)|(?:全名|真名|真实姓名)",
    re.IGNORECASE,
)
# "may the court publish my client's name?" asks for a rule
_WHETHER = re.compile(r"\W*(?:may|can|could|must|should|shall|will|would)\s+(?!you\b)", re.IGNORECASE)
_PHYSICAL = re.compile(
    r"\b(?:(?<!\d )(?:kilograms?|grams)|weigh\w*|taste\w*|smell\w*|lighter than|taller|louder|temperature|square root)\b|\bwhat colou?r\b|"
    r"颜色|公斤|雨伞|发芽|煮|多重|味道|气味|平方根|多高多重",
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


def asks_for_invention(question: Question) -> bool:
    """Return whether an authority is to be made up."""
    return bool(_INVENTION.search(question.text))


def points_nowhere(question: Question) -> bool:
    """Return whether all that a question is about is a "this" or "that", and no turn before says what."""
    if question.context or question.own_references:
        return False
    text = question.text.strip()
    # "is it a crime to use one?" says itself what it is about, and "can he get bail?" asks for a rule that holds for all
    bare = _BARE_POINTER.match(without_expletives(text)) and not names_rule(question)
    tells = question.names_subject and (states_amounts(text) or _AHEAD.search(text))
    return bool(bare or (_OF_SOMEBODY.match(text) and not tells))


def asks_for_identity(question: Question) -> bool:
    """Return whether the name or whereabouts of a person is asked for, which no brief gives."""
    return bool(_IDENTITY.search(question.text)) and not _WHETHER.match(question.text)


def asks_physical(question: Question) -> bool:
    """Return whether a text is asked for its weight, colour or the like, which texts do not have."""
    return bool(_PHYSICAL.search(question.text))
