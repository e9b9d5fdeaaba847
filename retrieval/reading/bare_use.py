"""Whether a question is about using the software and nothing else, whoever uses it: 翻墙会坐牢吗, 大学生用梯子会被罚吗."""

import re

# to use it: 翻墙 alone; not the software, nor what is made or written for it
_USE = {
    "zh": re.compile(
        r"(?:翻墙|科学上网|爬墙|翻了墙)(?!软件|工具|服务|账[号户]|链接|教程|网站|案|的[^,?，。？]{0,3}(?:软件|工具|人是)|app|程序|插件|节点|路由|固件|生意|业务|产品|代码|技术|客户端|机场|套餐|卡)|"
        r"(?:用|挂|连|开着|装)(?:了|着|过|个|的|这种)*(?:vpn|梯子|翻墙(?:软件|工具|app)|加速器|机场|代理)|"
        r"(?:看|上|刷|逛)(?:外网|国外|境外|油管|推特|脸书|谷歌|twitter|youtube|google)",
        re.IGNORECASE,
    ),
    "en": re.compile(
        r"\bus(?:e|es|ed|ing)\b[^.?!]{0,12}\b(?:vpns?|ladders?|prox(?:y|ies)|circumvention software)\b|"
        # is Shadowsocks illegal: of the thing itself it is asked whether one may have and use it
        r"^\W*(?:is|are) (?:an? |the |my )?(?:(?!(?:business|shop|company|services?|airports?)\b)[\w-]+ ){1,2}(?:il)?(?:legal|(?:un)?lawful|allowed|banned|forbidden|permitted)\b|"
        r"\b(?:with|through|over|via) (?:an? |the |my )?(?:vpns?|ladders?|prox(?:y|ies))\b|"
        r"\b(?:brows\w+|climb\w*|bypass\w*|get\w* (?:over|past|around))\b[^.?!]{0,20}\b(?:wall|firewall|vpn|foreign (?:sites?|websites?))\b",
        re.IGNORECASE,
    ),
}
# what is done for others, or to have others use it
_FOR_OTHERS = re.compile(
    r"卖|售|销|倒手|转手|提供|搭|架设|写|编[写程]|开发|制作|运营|维护|出租|教(?![师育])|教程|分享|合租|拼车|转发|推广|广告|推荐|测评|代理(?!软件|工具)|开(?:了|个)?机场|机场主|机场群|"
    r"群主|管理员|客服|收款|赚|挣|获利|开源|作者|批发|帮(?!信)|替|送|[借给让](?!予)[^,?，。？自]{0,4}(?:人|朋友|同[学事]|大家|客户|员工|家|爸|妈|公司)|"
    r"\b(?:s[eo]l[dl]\w*|resell\w*|resold|suppl\w+|provid\w+|shar\w+|wrote|writ\w+|built|build\w*|develop\w*|distribut\w+|ran|run\w*|rent\w*|teach\w*|tutorials?|"
    r"gave|giv\w+|lent|advertis\w+|promot\w+|customers?|for (?:others|friends|people)|set(?:ting)? up)\b",
    re.IGNORECASE,
)
# what is a crime or a violation by itself, with the software or without
_OTHER_CONDUCT = re.compile(
    r"骂|诽谤|侮辱|造谣|谣言|发帖|发言|发表|言论|散布|传播|诈骗|骗|赌|黄[片网]|色情|淫秽|攻击|侵入|入侵|破坏|盗|窃|偷|黑(?:了|进|客)|洗钱|邪教|帮信|卖淫|"
    r"\b(?:post\w*|insult\w*|slander\w*|defam\w*|rumou?rs?|fraud\w*|scam\w*|gambl\w*|porn\w*|obscen\w*|attack\w*|hack\w*|intru\w*|stole\w*|steal\w*|cult|launder\w*)\b",
    re.IGNORECASE,
)

_DETAINED = re.compile(r"\b(?:detain\w*|detention|locked up|held|custody)\b|拘留|被拘|关[几多进]", re.IGNORECASE)
_FINED = re.compile(r"\b(?:fin(?:e[sd]?|ing)|punish\w*|penali[sz]\w*|penalt\w+)\b|罚", re.IGNORECASE)
_HOW_LONG = re.compile(r"\b(?:how (?:long|many days)|for how)\b|几天|多[久少]天?|多长", re.IGNORECASE)


def asks_how_long_held(text: str) -> bool:
    """Return whether a question asks for how long somebody is detained: of a user, the length of a punishment."""
    return bool(_DETAINED.search(text) and _HOW_LONG.search(text))


def is_of_use_alone(text: str, language: str) -> bool:
    """Return whether a question is about using the software, and neither about supplying it nor about other conduct.

    :param text: In Simplified characters and plain forms.
    """
    return bool(_USE[language].search(text)) and not has_other_conduct(text) and not _FOR_OTHERS.search(text)


def is_fined_for_use(text: str, language: str) -> bool:
    """Return whether a question is about what using the software is punished with, or by what law."""
    return bool(_FINED.search(text)) and is_of_use_alone(text, language)


def has_other_conduct(text: str) -> bool:
    """Return whether a text tells of what is punished beside the use: insults posted abroad, fraud, intrusion."""
    return bool(_OTHER_CONDUCT.search(text))
