"""How questions name what an amount is an amount of, and how the thresholds do."""

import re
from dataclasses import dataclass


@dataclass(frozen=True)
class Role:
    """What an amount is.

    :param name: `gross`, `net`, `gains`, `cost`, or a measure of its own.
    :param stated: Finds it in a question.
    :param measure: Finds the thresholds that it counts towards, by their measure's Chinese words; None for costs.
    """

    name: str
    stated: re.Pattern[str]
    measure: re.Pattern[str] | None


def _role(name: str, stated: str, measure: str | None) -> Role:
    return Role(name, re.compile(stated, re.IGNORECASE), re.compile(measure) if measure else None)


_GAINS = "^违法所得|(?:个人|单位)的违法所得$"
_TURNOVER = "非法经营数额|经营去话业务的数额"
_RECEIPTS = f"{_GAINS}|{_TURNOVER}"
# who gets it; what a platform gives him is his own
_GIVEN_TO = "(?:[付返分给]|支付|发放)给?(?![我他她]|当事人|本人|被告人|客服)(?:代理|下线|下级|推广|别人|用户|客户|买家|朋友|介绍人|拉新|推荐人|[^,;，。；]{0,2}人)"

# in the order in which they are tried where two begin at the same place
ROLES = (
    _role("outbound", r"去话|\b(?:outbound|outgoing)\b", "去话"),
    _role("inbound", r"来话|(?:电信)?资费(?:的)?损失|\b(?:inbound|incoming)\b|\btariff loss(?:es)?\b", "来话"),
    _role("loss", r"经济损失|造成损失|损失|\b(?:economic |financial )?loss(?:es)?\b", "^经济损失|电信资费损失"),
    _role("settlement", r"支付结算|结算金额|(?:通道|资金|支付)流水|代收款?|走账|过账|跑分|转账|\b(?:payment )?settlements?\b", "^支付结算"),
    _role("turnover", r"(?:非法)?经营(?:数额|额)|\bbusiness volume\b|\bvolume of business\b", _TURNOVER),
    _role("net", r"净(?:利润|收入|赚)?|利润|纯[利赚]|盈利|到手|剩下?|自己留|留下|留了|落袋|\bnet\b|\bprofits?\b|\b(?:kept|keeps|retained|pocketed)\b", _GAINS),
    _role(
        "gains", r"违法所得|非法所得|(?:非法)?获利|得利|手续费|佣金|提成|返[利现佣点]|回扣|\bcommissions?\b|\brebates?\b|\bcash-?backs?\b|\bkick-?backs?\b|\breferral (?:fees?|bonus(?:es)?)\b|\b(?:illegal|unlawful|illicit) (?:gains?|income|proceeds)\b|\bgains?\b",
        _GAINS,
    ),
    _role(
        "cost",
        # what is given to agents, not what one got
        rf"(?<!有)(?:{_GIVEN_TO})[^,;，。；]{{0,8}}(?:返[利现佣点]|回扣|佣金|提成|推广费)|\b(?:pa(?:id|ys?|ying)|g[ai]ve[sn]?|giving|offer(?:s|ed)?)\b(?! (?:me|us|him|her|my client)\b)(?: \w+){{0,3}} (?:rebates?|cash-?backs?|kick-?backs?|commissions?|referral (?:fees?|bonus(?:es)?))\b"
        r"|成本|退款|退了|退还|退给|工资|人工|租金|租用|租赁|租服务器|租了|服务器费用?|带宽费|费用|开支|支出|花费|花了|花掉|投入"
        r"|\bcosts?\b|\brent(?:al|als|ed)?\b|\bexpenses?\b|\bspen[dt]\b|\bpa(?:id|ys?|ying)\b|\boutlays?\b|\bhosting\b"
        r"|\boverheads?\b|\brefund(?:s|ed)?\b|\bsalar(?:y|ies)\b|\bwages?\b|\bwent (?:on|for|to|towards|into)\b",
        None,
    ),
    _role(
        "gross",
        # who pays is a customer: that is what was taken; else paying is a cost (above)
        r"\b(?:customers?|people|persons?|users?|buyers?|subscribers?|clients|friends) (?:who |have |had |each |all |together )*paid\b"
        r"|收入|收款|收费|进账|流水|销售额|营业额|销售款|货款|收取|收了|收到|(?<![没回吸招验征追接查])收(?=\s*$)|卖了|卖(?=VPN|梯子|翻墙)|转租|转售|转卖|倒卖|所得"
        r"|\breceipts?\b|\brevenues?\b|\bincome\b|\btakings\b|\bgot\b(?! (?:a |the )?(?:fine|sentence|penalt))|\b(?:took|takes|taking|charged|charges|charging)\b|\bgross\b|\bturnover\b"
        r"|(?:支付宝|微信|银行卡|账户|收款码|[我他她]的卡)(?:里|上|一共|总共|共|大概)*(?:走|过|进)(?:了|账)|\b(?:went|ran|passed|flowed|moved|gone) through\b"
        # 21,400 yuan in, 7,800 out
        r"|\b(?:yuan|rmb|cny) in(?=[,.;]| and\b|$)|\bcame in\b|\bbrought in\b"
        r"|\b(?:re)?sales?\b|\b(?:re)?sold\b|\breceived?\b|\bcollected\b|\bproceeds\b",
        _RECEIPTS,
    ),
    # what was made may be what was taken or what was left of it: gross beside costs, net beside a gross sum
    _role("earned", r"(?<![净纯])赚[了到]?|\bearn(?:ed|ings|s)?\b|\bmade\b", _RECEIPTS),
)  # fmt: skip
TURNOVER = re.compile(_TURNOVER)  # the measures of which it is told by what was made that they are not less

# what somebody got for his part in what another sold
PAY = _role("pay", r"(?!)", _GAINS)
PAID_TO = re.compile(
    r"(?:我|他|她|当事人|客服|会计)[^,;，。；]{0,6}(?:拿|领|分)(?:了|到|得)(?:[^,;，。；\d]{0,6})$|(?:付|发|开)给(?:我|当事人)(?:了|的)?(?:工资|报酬)?[^,;，。；\d]{0,3}$|"
    r"\b(?:(?:was|were|been|being|got|gets?) (?:only |just )?paid|paid (?:me|us|my (?:client|husband|wife|son|brother)|the client))(?: \w+){0,2}\s*(?:RMB|CNY|¥)?\s*$",
    re.IGNORECASE,
)
OF_CUSTOMERS = re.compile(r"用户|客户|买家|顾客|\b(?:customers?|users?|buyers?|subscribers?)\b", re.IGNORECASE)

GROSS, GAINS, SETTLEMENT = (
    next(role for role in ROLES if role.name == name) for name in ("gross", "gains", "settlement")
)

# for whom something was lent: 转给三个人用
LENT_TO = re.compile(
    r"(?:给|借|租|帮|为)[^,;，。；\d]{0,4}$|\b(?:to|for|by|let|gave|lent)(?: about| some)?\s*$", re.IGNORECASE
)

# counts tell by their own unit what they count; mere persons only where something is sold or given to them
_TO_WHOM = re.compile(
    r"(?:卖给|卖了|售给|提供给|租给|分给|给|向|用户数?|客户|买家|人数|\b(?:to|from|charged|let))(?:了)?(?: about| some| altogether|约|共|近)?\s*$|"
    r"^(?:元|块钱?)?[，,、]\s*$",  # 收了2万5，30个人: right behind a sum
    re.IGNORECASE,
)
# what somebody logs in with, counted in sets: 600条账号密码
_LOGIN = r"[\u4e00-\u9fff]{0,4}(?:身份认证|账号密码|账户密码|用户名密码|登录凭证|口令)"
_LOGIN_EN = r"(?:\w+ )?(?:credentials|passwords|log-?ins)"
# machines that are somebody's own tools are none that he controls or damages: 租了3台服务器
_NOT_OWN = re.compile(
    r"^(?!.*(?:租|买|购|搭建?|架设|部署|自[有己]|用了|使用了?|\b(?:rent\w*|b(?:ought|uy)|own\w*|ran|run|us(?:ed?|ing)|operat\w+|host\w*|set up))[^，。,.;；]{0,12}$)",
    re.IGNORECASE | re.DOTALL,
)
_SERVER = "服务器|主机|VPS|云"
_HARMED = re.compile(
    r"(?:控制|入侵|侵入|攻击|破坏|删|修改|感染|植入|瘫痪|黑了|[让使令]|造成|导致)[^，。,.;；]{0,12}$|"
    r"\b(?:control\w*|attack\w*|hack\w*|damag\w*|delet\w*|wip\w*|infect\w*|crash\w*|disabl\w*|paraly\w*|intrud\w*|put|took|knocked|brought)\b[^,.;]{0,20}$",
    re.IGNORECASE,
)
_SET_UP = re.compile(
    r"(?:设立|建|搭|开设|创办|创建|办|开|做)[^，。,.;；]{0,8}$|\b(?:set(?:ting)? up|creat\w+|found\w*|built|opened|ma[kd]e)\b[^,.;]{0,20}$",
    re.IGNORECASE,
)
_SENT_THING = re.compile(
    r"(?:发|传播|推送|转|贴)[^，。,.;；]{0,14}(?:信息|广告|消息|帖子?|短信|链接)[^，。,.;；\d]{0,4}$"
)
_SENT = re.compile(
    r"(?:发|传播|推送|转|贴)[^，。,.;；]{0,14}$|\b(?:publish\w*|post\w*|s[e]nt|send\w*|disseminat\w+|spread\w*)\b[^,.;]{0,20}$",
    re.IGNORECASE,
)
COUNTS: tuple[tuple[str, re.Pattern[str], re.Pattern[str] | None], ...] = tuple(
    (unit, re.compile(pattern, re.IGNORECASE), before)
    for unit, pattern, before in (
        ("person_times", r"\s*(?:多|余)?(?:个)?(?:人次|person-times?\b)|\s*(?:多|余)?单(?![位独个])", None),
        ("accounts", r"\s*(?:个|多个|余个)?(?:用户|成员)?(?:账号|帐号|账户)|\s*(?:user |member )?accounts?\b", None),
        (
            "sets",
            rf"\s*(?:多|余)?(?:组|(?:条|个|套|份)(?={_LOGIN}))|\s*(?:sets? of|(?:pairs? of )?{_LOGIN_EN})\b",
            None,
        ),
        ("machines", rf"\s*(?:多|余)?[台个部](?:{_SERVER})|\s*(?:\w+ )?(?:servers?|hosts?)\b", _HARMED),
        (
            "machines",
            r"\s*(?:多|余)?(?:台|(?:个|部)(?:计算机|电脑|肉鸡|手机|终端)|个?(?:计算机)?信息系统)|"
            r"\s*(?:(?!for\b|on\b|with\b|and\b|of\b|to\b|in\b|yuan\b)\w+ )?(?:computers?|computer (?:information )?systems?|machines?|zombies?|terminals?)\b",
            _NOT_OWN,
        ),
        ("websites", r"\s*(?:多|余)?(?:个)?(?:\w{0,6}?)网站|\s*(?:\w+ )?(?:websites?|web ?sites)\b", _SET_UP),
        (
            "groups",
            r"\s*(?:多|余)?个(?:[A-Za-z\u4e00-\u9fff]{0,10}?)群组?(?![众体员成])|\s*(?:\w+ ){0,2}groups\b",
            _SET_UP,
        ),
        ("clicks", r"\s*(?:次)?点击|\s*clicks?\b", None),
        ("files", r"\s*(?:个|部)?(?:违法)?视频|\s*(?:illegal )?video files?\b", None),
        (
            "pieces",
            r"\s*(?:多|余)?条(?:[\u4e00-\u9fff]{0,6}?)(?:信息|广告|消息|帖子?|短信|链接)|\s*(?:pieces of (?:\w+ )?information|(?:\w+ )?(?:posts|messages|advertisements|adverts|ads))\b",
            _SENT,
        ),
        ("pieces", r"\s*(?:多|余)?条", _SENT_THING),
        (
            "records",
            r"\s*条(?:用户|客户|公民)?(?:个人)?信息|\s*(?:(?:user|customer|client|subscriber|personal)['’]?s?['’]? )*records?\b",
            None,
        ),
        (
            "people",
            r"\s*(?:多|余|来)?(?:个|名|位)?(?:注册|付费|活跃)?(?:用户|会员|客户|买家|顾客)(?!账号|帐号)|\s*paying\b|\s*(?:(?:VPN|paying|paid|registered|active|different) )*(?:users?|customers?|buyers?|subscribers?|clients)\b(?!['’]?s?['’]? (?:records?|data|details|lists?|names|numbers|contacts)\b)",
            None,
        ),
        (
            "people",
            r"\s*(?:多|余|来)?(?:个|名|位)?人(?=用|使用|买|购买|付费|下载|付了|充值)|"
            r"\s*(?:多|余)?(?:个|位)(?=(?:真正?|实际)?(?:付(?:了|过)?[钱费款]|交了?钱|给了?钱))|"
            r"\s*of (?:them|those|these|whom)(?: \w+ly)?(?: have| had)? paid\b(?! (?:\D*\d|for|back|twice|fines?|bail))|"
            r"\s*(?:different )?(?:people|persons?) (?:who |have |had |each |all )*(?:paid|pay|bought|buy|used|use|downloaded|subscribed)\b",
            None,
        ),
        (
            "people",
            r"\s*(?:多|余|来)?(?:个|名|位)?(?:人(?!民币|次|合伙)|朋友|同学|同事|网友|亲友)|"
            r"\s*(?:different )?(?:people|persons?|friends?|colleagues?|classmates?)\b",
            _TO_WHOM,
        ),
    )
)

YUAN = re.compile(r"\s*(?:多|余|来)?(?:元|块钱?|圆|人民币)|\s*(?:yuan|rmb|cny|renminbi)\b", re.IGNORECASE)
# 用户3000多: the noun before its number
COUNTED_BEFORE = re.compile(
    r"(?:用户|会员|客户|买家|顾客|订户|人数)(?:数量?|总数)?(?:达到?|[有共约为是近]|一共|总共|大概|大约|超过?)*\s*$"
)
# accounts that are sold are so many provisions of the tool, no accounts that something spreads to
SOLD = re.compile(r"(?:卖|售|提供|\b(?:re)?s(?:old|ells?|elling)\b|\bprovid\w+)[^，。,.;；\d]{0,12}$", re.IGNORECASE)
# how many were looked at of those that there were
SAMPLED = re.compile(
    r"(?:抽(?:了|取|查|样|到)?|随机|样本)[^,;，。；]{0,4}$|\b(?:sampl\w+|random(?:ly)?)\b[^,.;]{0,12}$", re.IGNORECASE
)
# sums that are none of the conduct's: fines, bail, fees, what is lawfully earned or another's
OTHER_SUM = re.compile(
    r"(?:被罚|罚款?|罚金|保证金|律师费?|诉讼费|鉴定费|押金|退赃|退缴|退赔|退清|退出)(?:款|了|是|为|约|共|要|收|交了?)*\s*$|"
    r"(?:(?:合法|正当|其他合法|本职)[^,;，。；\d]{0,8}|(?<!付)(?<!付了)(?:年薪|月薪|底薪|退休金|养老金|(?:房租|租房|出租房屋?|工作|上班|工资|薪水|理财)的?收入))"
    r"(?:收入|[是为有约共计]|大概|人民币)*\s*$|"
    r"(?:妻子|老婆|太太|爱人|丈夫|老公|父母|父亲|母亲|家属|家里|配偶)(?:的|每月|每年|上班)*(?:收入|工资|薪水|挣)(?:[是为有约共了]|人民币)*\s*$|"
    r"\b(?:lawful|legal|legitimate)(?:ly)?\b(?! (?:gains|fees?))(?: \w+){0,3}(?: of| was| were| is|:)*\s*(?:RMB|CNY|¥)?\s*$|"
    r"\b(?:his|her|my|our|an?|annual|monthly|yearly|own|client's|wife's|husband's)(?: \w+)? (?:salary|wages?|pension)(?: (?:at|from|as|for|in) [^,.;\d]{1,30})?"
    r"(?: (?:is|was|were|of|at|about|around))*\s*(?:RMB|CNY|¥)?\s*$|"
    r"\b(?:day job|rental income|pension)(?: \w+){0,3}\s*(?:RMB|CNY|¥)?\s*$|"
    r"\b(?:wife|husband|spouse|partner|parents?|mother|father)(?:'s)? (?:\w+ )?(?:earn(?:s|ed)?|makes?|income|brings? in)(?: (?:of|is|was|about|around))*\s*(?:RMB|CNY|¥)?\s*$|"
    # given back to the authorities after the deed: no refund to a customer
    r"(?:家属|家人|家里|父母|老婆|妻子|老公|丈夫|案发后|到案后|归案后)[^,;，。；]{0,6}退(?:了|还|回)*(?:全部|全额|一共|共)?(?:的)?\s*$|"
    r"\b(?:handed|paid|gave|given) back(?: (?:all|about|some|the))*\s*(?:RMB|CNY|¥)?\s*$|"
    r"\b(?:fined|fines? of|penalt(?:y|ies) of|bail(?: of)?|deposit of|fees? of|"
    r"(?:lawyers?|attorneys?|counsel|law firm)(?: \w+){0,2} (?:charges?|charged|asks?|wants?|takes?))(?: \w+){0,2}\s*(?:RMB|CNY|¥)?\s*$",
    re.IGNORECASE,
)
OTHER_SUM_BEHIND = re.compile(
    r"\s*(?:元|块钱?)?的(?:罚款|罚金|保证金|押金|律师费)|\s*(?:yuan|rmb|cny)?\s+(?:fine|penalty|bail|deposit|retainer|legal fees?)\b(?! range)",
    re.IGNORECASE,
)
