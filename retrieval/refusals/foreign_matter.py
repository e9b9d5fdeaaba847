"""Questions that name this corpus's subject but ask for what it does not hold: how to set a VPN up, which one to buy, a poem on it,
which lawyer to take, what a government will do, the labour, contract, copyright and customs law of it.

By its meaning "how do I set up a Shadowsocks server?" lies as near to the topics as "what is the penalty for setting one
up?": the name of the software weighs most. So the matter is told by its words.
"""

import re
from dataclasses import dataclass

from retrieval.index import Index
from retrieval.question import Question

_SOFTWARE = re.compile(
    r"(?<![a-z])(?:vpns?|prox(?:y|ies)|shadowsocksr?|ssr?|v2ray|xray|trojan|clash|wireguard|openvpn|hysteria|astrill|lantern|"
    r"ladders?|nodes?|firewall|gfw|circumvent\w*)(?![a-z])|梯子|翻墙|科学上网|机场|节点|加速器|代理|防火墙|小火箭|软路由",
    re.IGNORECASE,
)
# who asks for a crime, its punishment or its evidence asks for this law, whatever is said of a bargain or a job
_PUNISHMENT = re.compile(
    r"\b(?:crim(?:es?|inal\w*)|offen[cs]es?|penalt\w+|punish\w*|sentenc\w*|convict\w*|prosecut\w*|indict\w*|charge[sd]?|guilty|accus\w+|suspects?|"
    r"defen[cs]e|defendants?|arrest\w*|detain\w*|detention|jail\w*|prison|police|procurat\w*|fine[ds]?|accomplice|accessor(?:y|ies)|evidence|"
    r"mitigat\w*|lenien\w*|bail|probation|gains|proceeds|confiscat\w*|forfeit\w*|deduct\w*|thresholds?|tiers?|gross|turnover|administrative|"
    r"article \d+|verdict|intrusion|in trouble|report(?:ed|s) (?:him|me|us|them|to))\b|"
    r"罪|犯法|罚|判|刑|坐牢|案|抓|拘|公安|警|派出所|检察|举报|律师|辩护|从轻|从宽|减轻|量刑|共犯|从犯|同伙|帮凶|主犯|证据|数额|金额|违法所得|赃|没收|追缴|"
    r"取保|鉴定|责令|起点|扣除|抵扣|追究|认定|条第|条之|牵连",
    re.IGNORECASE,
)
# who asks whether it is lawful asks for this law too, unless what may be unlawful is a dismissal
_LAWFULNESS = re.compile(
    r"\b(?:il)?legal\w*|\b(?:un)?lawful\w*|\blicen[cs]e\w*|\bpermit\b|\b(?:not )?allowed\b|\bforbidden\b|\bliab\w+|\bcourts?\b|\bcounts?\b|\bjudge?ment\b|"
    r"合法|违法|合规|许可|牌照|资质|允许|负责|责任",
    re.IGNORECASE,
)
# who has told others how it is done asks what follows for him, not how it is done
_TOLD_OTHERS = re.compile(
    r"\b(?:wrote|written|published|posted|uploaded|blogged|tweeted|filmed|recorded|taught|explained)\b[^.?!]{0,40}\bhow to\b|"
    r"(?:写|发|录|拍|发布|上传)(?:了|过)[^,?!，。？！]{0,14}(?:教程|文章|视频|帖子?|攻略)",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _Matter:
    """A matter by the words in which it is asked for.

    :param subjects: The subjects of outside.yaml to which it belongs: while one of them is outside, so is the matter.
    :param lawfulness: Whether who asks if it is lawful asks for this matter still.
    :param besides: Words that elsewhere tell of a punishment or its proof, and here of this matter: 把孩子判给谁.
    """

    subjects: tuple[str, ...]
    words: re.Pattern[str]
    lawfulness: bool = False
    besides: re.Pattern[str] | None = None


def _words(*patterns: str) -> re.Pattern[str]:
    return re.compile("|".join(patterns), re.IGNORECASE)


_MATTERS = (
    # to make it work: set it up, write it, hide it from the wall
    _Matter(
        ("set-up-technique", "programming"),
        _words(
            r"\bhow (?:do|can|could|should|would|to)\b(?: (?:I|we|you|one))?(?: (?:best|properly|quickly|easily))? (?:set(?:ting)? ?-?up|install|configure|deploy|build|host|code|program|connect|speed up|hide|disguise|obfuscate|mask)\b",
            r"\bhow (?:do|can|could|should|to)\b(?: (?:I|we|you|one))? make\b[^.?!]{0,40}\b(?:undetect\w+|faster|work|stable|unblockable|invisible)\b",
            r"\b(?:best|easiest|fastest|safest) ways? (?:to|of) (?:set|install|configur|deploy|build|host|hid|disguis|obfuscat|mask|bypass|evad|get(?:ting)? (?:past|around|over))\w*",
            r"^\W*(?:(?:please|now|can you|could you|would you|help me(?: to)?) )*(?:write|code|program|build|give|make|send)(?: (?:me|us))?(?: up)? (?:an?|some|the|me)\b[^.?!]{0,40}\b(?:script|program|code|config\w*|server|client|tutorial|guide|app)\b",
            r"^\W*(?:(?:please|now|can you|could you|would you|help me(?: to)?) )*(?:install|configure|set ?up|deploy|teach me|walk me through|show me how)\b",
            r"\b(?:step[- ]by[- ]step|tutorial|instructions?|commands?|config(?:uration)? file) (?:for|to|on) (?:set|install|build|host|run|configur)\w*",
            r"(?:怎么|怎样|如何|咋)(?:自己|在[^,?!，。？！]{1,12}上)?(?:搭建?|架设?|安装|装|部署|配置|设置|写|编|连接?|用(?!作|途)|下载|注册|更新订阅|优化)(?!的)",
            r"(?:怎么|怎样|如何|咋)(?:才能)?(?:让|把|使)[^,?!，。？！]{0,16}(?:不被|更快|加速|隐藏|伪装|混淆|识别)",
            r"(?:教我|帮我|给我|替我|请你?|麻烦)(?:们)?(?:写|编|搭|装|配|做|用|架|部署|弄)(?!辩|代理词|状|上诉|申请|意见)",
            r"(?:搭建|安装|配置|部署)[^,?!，。？！]{0,10}(?:教程|步骤|方法)",
            # it does not work
            r"掉线|断线|断连|连不上|(?:VPN|梯子|机场|节点|加速器|网速?)[^,?!，。？！]{0,6}(?:太|很|好|特别|有点|非常)(?:慢|卡)",
            r"\b(?:keeps?|kept)\b[^.?!]{0,16}\b(?:disconnect|dropp|crash)\w*|\b(?:won't|can't|cannot|doesn't|does not) connect\b",
            r"\b(?:vpn|proxy|connection|internet)\b[^.?!]{0,16}\bslow\b",
        ),
    ),
    # to choose one
    _Matter(
        ("which-product",),
        _words(
            r"\b(?:which|what) (?:\S+ )*?(?:VPNs?|prox(?:y|ies)|ladders?|nodes?|subscriptions?)\b[^.?!]{0,30}\b(?:best|better|fastest|faster|cheapest|cheaper|works?(?! as)|good|stable|reliable|recommend\w*|(?:should|shall|do) (?:I|we) (?:buy|use|get|choose|take|pick|install))\b",
            r"\bwhich (?:is|are) the (?:best|fastest|cheapest|most \w+) (?:VPN|proxy|ladder|node)",
            r"\b(?:best|fastest|cheapest|good|reliable|most stable|decent) (?:\w+ )?(?:VPNs?|proxy|proxies|ladders?|nodes?) (?:for|in|to|app|provider|service)\b",
            r"^\W*(?:the )?(?:best|fastest|cheapest|good) (?:VPN|proxy|ladder)s?\W*$",
            r"^\W*(?:(?:please|can you|could you|do you|any|I need a|would you) )*recommend(?:ations?)?\b",
            r"(?:哪个|哪款|哪家|哪种|什么)(?:的)?[^,?!，。？！]{0,8}(?:好用|最好|更好|便宜|稳|快|靠谱|划算|值得买|速度)",
            r"(?:推荐|介绍)(?:我|一下|下|几)?(?:一|几)?(?:个|款|家|些|下)(?!别人)|(?:有没有|有什么|求)[^,?!，。？！]{0,14}(?:推荐|好用|稳定|便宜)|推荐[吗么]?[？?]?$",
            r"(?:哪里|哪儿|在哪)(?:可以|能)?(?:买|下载)",
        ),
    ),
    # between an employer and those who work for it
    _Matter(
        ("employment",),
        _words(
            r"\b(?:fir(?:e|ed|es|ing)|sack(?:ed)?|dismiss(?:ed|al)?|terminat(?:ed?|ion)|laid off|lay off)\b(?=.*\b(?:me|us|him|her|them|staff|employ\w+|work|job|office|boss|company|manager|unfair|wrongful|unlawful)\b)",
            r"\b(?:wrongful|unfair|unlawful) (?:dismissal|termination)\b|\bseverance\b|\bovertime\b|\bunpaid (?:wages|salary)\b|\b(?:labou?r|employment) (?:arbitration|contract|dispute|tribunal)\b",
            r"开除|辞退|解雇|炒了|解除(?:了)?(?:我的|他的)?劳动|劳动(?:仲裁|争议|合同|关系)|加班(?:费|工资)|拖欠工资|补偿金|裁员",
        ),
        lawfulness=True,
    ),
    # between seller and buyer; what the seller has paid back mitigates, and is not meant
    _Matter(
        ("contracts", "consumers"),
        _words(
            r"\b(?:get|claim|demand\w*|want\w*|ask\w*|sue|entitled|due|owe[ds]?|refus\w+|deny|denied)\b[^.?!]{0,30}\b(?:refund|money back)\b|[–—-] ?refund\W*$|\bfor (?:an? )?refund\b|\b(?:can|may|could) (?:\w+ ){1,3}sue\b|\bsue (?:the|my|our|a) (?:seller|provider|customer|supplier)\b|\bbreach of contract\b",
            r"能(?:不能)?退(?:款|钱|费)?[吗么不]?[？?]?$|(?:要求|申请|拒绝|起诉|想要?|怎么)[^,?!，。？！]{0,6}(?:退款|退钱|退费|退赔)|不(?:给|肯|愿意?)?退(?:款|钱|费)|(?:退款|合同|消费)纠纷|违约(?:金|责任)|退一赔三|消费者(?:权益|协会)|怎么维权",
        ),
        lawfulness=True,
    ),
    # what is owed of it in taxes, what a spouse gets of it: not that it was evaded, which is a crime
    _Matter(
        ("tax",),
        _words(
            r"\b(?:pay|owe|file|declare|report)\b[^.?!]{0,24}\b(?:tax(?:es)?|VAT)\b|\b(?:income|sales|value-added) tax\b|\b(?:tax(?:es)?|VAT) (?:on|due|rate)\b",
            r"(?:交|缴|补|报|免|扣)(?:交|缴)?(?:个人所得|个|所得|增值)?税|个税|所得税|增值税|纳税|税务",
        ),
        lawfulness=True,
    ),
    _Matter(
        ("divorce",),
        _words(
            r"\bdivorc\w+\b|\bmarital (?:property|assets)\b|\bcustody (?:of|over) (?:my|our|the|his|her) (?:child\w*|kids?|sons?|daughters?|baby)\b|\b(?:child|joint|sole|full) custody\b",
            r"离婚|分(?:割)?(?:夫妻)?(?:共同)?财产|夫妻共同财产|抚养权|探视权|(?:孩子|小孩|儿子|女儿|娃)[^,?!，。？！]{0,4}判给|出轨|婚外情",
        ),
        lawfulness=True,
        besides=_words(
            r"判给|判(?:决)?(?:不准?)?离婚?|证据|律师|过错认定|认定(?=[^,?!，。？！]{0,6}(?:出轨|过错|感情))",
            r"\bevidence\b|\bverdict\b|\bgrounds?\b",
        ),
    ),
    # between landlord and tenant
    _Matter(
        ("tenancy",),
        _words(
            r"\bwithhold\w* (?:the |my |our |his |her )?rent\b|\bland(?:lord|lady)\b[^.?!]{0,40}\b(?:deposit|evict\w*|cut off|kick\w* me out|(?:the|my) (?:rent|lease))\b|\b(?:rent|lease|tenancy) (?:deposit|agreement|reduction)\b",
            r"房东[^,?!，。？！]{0,10}(?:押金|赶|断[了我]*网|涨租|租金)|(?:不交|不付|拒交|拒付|少交|扣|退)房租|退租|租房(?:合同|押金)",
        ),
        lawfulness=True,
    ),
    # to be entertained
    _Matter(
        ("writing",),
        _words(
            r"\b(?:write|compose|tell|sing|give)\b(?: me| us)? (?:an? |some |the )?(?:\w+ ){0,2}(?:poems?|songs?|story|stories|jokes?|limericks?|haikus?|rap)\b",
            r"(?:写|编|讲|作|来)(?:一)?(?:首|个|篇|段)?[^,?!，。？！]{0,10}(?:诗|笑话|故事|作文|歌词?|段子|小说)",
        ),
    ),
    # which lawyer to take, and what one costs
    _Matter(
        ("choosing-a-lawyer",),
        _words(
            r"\b(?:best|good|top|cheap\w*|famous|recommend\w*)\b[^.?!]{0,20}\b(?:lawyers?|attorneys?|law firms?)\b",
            r"\bhow much\b[^.?!]{0,24}\b(?:lawyers?|attorneys?|law firms?)\b|\b(?:lawyers?|attorneys?)(?:'s?)? (?:fees?|costs?|prices?|rates?)\b",
        ),
    ),
    # who made it, and how many there are of those who use it
    _Matter(
        ("vpn-trivia",),
        _words(
            r"\bwho (?:first )?(?:invented|created|founded|designed)\b|\bhow many (?:\w+ ){0,3}(?:users|people)\b[^.?!]{0,24}\b(?:are there|in China|use (?:an? )?(?:VPNs?|prox(?:y|ies)))\b",
            r"谁(?:发明|创造|创办|设计)的?|(?:中国|全国|国内)(?:有|一共有)?多少人(?:在|会)?(?:用|翻墙)",
        ),
    ),
    # what governments will do one day
    _Matter(
        ("politics-to-come",),
        _words(
            r"\b(?:will|going to|plans? to|wants? to)\b[^.?!]{0,30}\b(?:ban|outlaw|legali[sz]e|unblock|abolish)\b|\bbans? (?:is |are )?coming\b",
            r"(?:会不会|将来会|以后会|明年会|什么时候会?)[^，。？！我]{0,8}(?:禁掉|全面禁|封杀|全面封|封掉|解封|放开|取消)",
        ),
    ),
    # who owns the code, what the customs take
    _Matter(
        ("copyright", "software-licences"),
        _words(r"\bcopyright\w*\b", r"著作权|版权|软著"),
    ),
    _Matter(("trademark",), _words(r"\btrade ?marks?\b", r"商标")),
    _Matter(("patent",), _words(r"\bpatent\w*\b", r"专利")),
    _Matter(
        ("customs",),
        _words(
            r"\bcustoms (?:dut\w+|declaration|clearance|tax)\b|\bimport (?:dut\w+|tax)\b|\btariffs?\b",
            r"关税|报关|清关",
        ),
    ),
)


def asks_for_foreign_matter(question: Question, index: Index) -> bool:
    """Return whether a question names the software but asks for what is outside.yaml's.

    Who asks for a crime, a punishment or evidence asks for this law, whatever else is said: to set up a node for others, a
    refund that mitigates, the contract as evidence. So does who names a provision.
    """
    text = question.text
    if question.own_references or not _SOFTWARE.search(text):
        return False
    if any(_is_besides(matter, text) for matter in _MATTERS if matter.besides and _is_outside(matter, index)):
        return True
    if _PUNISHMENT.search(text) or _TOLD_OTHERS.search(text):
        return False
    if any(matter.words.search(text) for matter in _MATTERS if _is_outside(matter, index) and matter.lawfulness):
        return True
    return not _LAWFULNESS.search(text) and any(
        matter.words.search(text) for matter in _MATTERS if _is_outside(matter, index)
    )


def _is_besides(matter: _Matter, text: str) -> bool:
    """Whether a text asks for a matter, and speaks of a punishment only in words that mean this matter."""
    asked = matter.besides is not None and bool(matter.words.search(text))
    return asked and not _PUNISHMENT.search(matter.besides.sub(" ", text) if matter.besides else text)


def _is_outside(matter: _Matter, index: Index) -> bool:
    return any(index.outside.has_subject(subject) for subject in matter.subjects)
