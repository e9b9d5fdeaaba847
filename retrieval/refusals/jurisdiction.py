"""Whether a question asks for the law of another place than mainland China."""

import re
from functools import cache

from retrieval.question import Question
from retrieval.references.foreign_statutes import STATUTES

_PLACES = {
    "the United States": r"\b(?:United States|(?-i:U\.?S\.?(?:A\.?)?)|American?|California|New York|Texas|Florida)\b|美国|美利坚|加州|纽约|アメリカ|米国",
    "the United Kingdom": r"\b(?:United Kingdom|U\.?K\.?|England|English(?= (?:law|courts?|judges?))|British|Britain)\b|イギリス|英国",
    "the European Union": r"\b(?:European Union|(?-i:E\.?U\.?))\b|欧盟|欧洲",
    "Germany": r"\bGerman(?:y)?\b|ドイツ|德国", "France": r"\b(?:France|French)\b|フランス|法国", "Japan": r"\bJapan(?:ese)?\b|日本",
    "Russia": r"\bRussian?\b|ロシア|俄罗斯", "Iran": r"\bIran(?:ian)?\b|イラン|伊朗", "India": r"\bIndian?\b|インド(?!ネシア)|印度",
    "Singapore": r"\bSingapore(?:an)?\b|シンガポール|新加坡", "Korea": r"\bKorean?\b|韩国|韓国", "Vietnam": r"\bVietnam(?:ese)?\b|ベトナム|越南",
    "Thailand": r"\b(?:Thailand|Thai)\b|タイ(?=[のでに])|泰国", "Malaysia": r"\bMalaysian?\b|マレーシア|马来西亚", "Canada": r"\bCanad(?:a|ian)\b|カナダ|加拿大",
    "Australia": r"\bAustralian?\b|オーストラリア|澳大利亚|澳洲", "Turkey": r"\b(?:Turkey|Türkiye|Turkish)\b|トルコ|土耳其",
    "the United Arab Emirates": r"\b(?:United Arab Emirates|U\.?A\.?E\.?|Dubai)\b|ドバイ|阿联酋|迪拜",
    "Hong Kong": r"\bHong Kong\b|香港", "Macao": r"\bMaca[ou]\b|マカオ|澳门", "Taiwan": r"\bTaiwan(?:ese)?\b|台湾",
    "Brazil": r"\bBrazil(?:ian)?\b|ブラジル|巴西", "Spain": r"\b(?:Spain|Spanish)\b|スペイン|西班牙", "Italy": r"\bItal(?:y|ian)\b|イタリア|意大利",
    "Switzerland": r"\b(?:Switzerland|Swiss)\b|スイス|瑞士", "Indonesia": r"\bIndonesian?\b|インドネシア|印度尼西亚|印尼",
    "the Philippines": r"\b(?:Philippines?|Filipino)\b|フィリピン|菲律宾", "Pakistan": r"\bPakistani?\b|パキスタン|巴基斯坦",
    "Saudi Arabia": r"\bSaudi(?: Arabian?)?\b|サウジ(?:アラビア)?|沙特", "Mexico": r"\bMexic(?:o|an)\b|メキシコ|墨西哥", "Ukraine": r"\bUkrain(?:e|ian)\b|ウクライナ|乌克兰",
}  # fmt: skip
_LAW_EN = r"(?:law|laws|statutes?|acts?|code|constitution|courts?|regulations?|rules|jurisdiction|legislation|legal|illegal|unlawful|crimes?|offen[cs]es?|criminal|penalt\w+|punish\w*|sentenc\w+)"
_LAW_ZH = r"(?:法律?|刑法|宪法|法院|法典|条例|判例|最高法院|《|违法|合法|犯法|犯罪|判几年|处罚|规定)"
# of what is done in a place: what it costs there
_THERE_ZH = rf"(?:{_LAW_ZH}|罚|罪|坐牢|判刑|限制|禁止)"
# of what may be done there, though no law is spoken of: can I use a VPN in Dubai?
_MAY_EN = r"\b(?:can|may|could|allowed|okay|ok|safe|possible|trouble|fined?|jail\w*|arrest\w*)\b"


_JAPANESE = re.compile(r"[\u3041-\u309f\u30a1-\u30fa]")
_CHINA_JA = re.compile("中国|大陆|大陸")
_NAMED = {place: re.compile(names, re.IGNORECASE) for place, names in _PLACES.items()}
_ANYWHERE = "|".join(_PLACES.values())
# of a question that asks for Chinese law only what names the other law counts: "under German law", 德国法
_OWN_LAW = re.compile(
    r"\bChinese (?:\w+ )?(?:laws?|rules|courts?|regulations?)\b|\bunder Chinese\b|\blaws? (?:of|in) (?:mainland )?China\b|"
    r"\bPRC\b|\bin (?:mainland )?China\b|(?:中国|我国|国内|大陆|内地)(?:的|现行)?(?:法|刑|规定|法院)|我国|国内|"
    # what reaches buyers here is done here as well (Criminal Law art. 6)
    r"(?:给|向|面向|卖[到往])(?:了|在)?(?:境内|大陆|内地|中国)(?!法|境外)|"
    r"\bto (?:\w+ ){0,2}(?:people|customers?|users?|buyers?|clients?|friends?|subscribers?|someone|anyone|persons?)(?: (?:who )?(?:are|live|living|located|based|back))? (?:in|from|inside) (?:mainland )?China\b|"
    r"\bto (?:mainland )?Chinese (?:people|customers?|users?|buyers?|clients?|subscribers?|nationals?|citizens?|residents?)\b",
    re.IGNORECASE,
)


# where somebody or something is says nothing of the law that is asked for: a server in Japan, 人在美国, 香港服务器
_THERE = re.compile(
    r"\b(?:servers?|nodes?|hosts?|VPS|machines?|computers?|connections?|lines?|relays?|exits?|data cent(?:er|re)s?|compan(?:y|ies)|suppliers?|"
    r"customers?|buyers?|users?|friends?|partners?|websites?|platforms?|accounts?|banks?|"
    r"(?:he|she|they|it|I|we|client|seller|owner|boss|defendant|suspect) (?:is|are|am|was|were)|lives?|living|lived|resid\w+|based|located|hosted|"
    r"registered|studying|working|works?)"
    r"(?: (?:were|was|are|is|be|stood|stand|sit|rented|hired|bought|located|hosted|standing|to|servers|now|currently))*"
    rf" (?:in|from|at) (?:the )?(?:{_ANYWHERE})(?:(?:,| and| or) (?:the )?(?:{_ANYWHERE}))*|"
    rf"(?:人|他|她|我|者|户|友|家|板|器|点|房|机|司)们?(?:都|也|就|现在|目前|当时|一直)?(?:在|位于|设在|放在|架在|租在)(?:{_ANYWHERE})|"
    rf"在?(?:{_ANYWHERE})(?:境内|当地)?的?(?:租用?|买|架设?|托管)?(?:的|了|一台|几台|一些)*"
    r"(?:服务器|节点|主机|线路|VPS|IP|机房|公司|客户|用户|朋友|同学|亲戚|买家|留学生|手机号|号码|银行卡|账户|账号)|"
    # nor does who wants something from here: a US court has subpoenaed, 美国法院要求提供
    rf"(?:{_ANYWHERE})(?:'s)? (?:\w+ ){{0,2}}(?:courts?|judges?|prosecutors?|police|regulators?|authorit(?:y|ies)|agenc(?:y|ies))"
    r"(?: (?:has|have|had|is|are|was|were|now|just|suddenly))* (?:subpoena|ask|request|demand|want|order(?:ed|s|ing) (?:us|our|me|him|her|the))\w*|"
    rf"(?:{_ANYWHERE})(?:的)?(?:法院|检察官|检方|警方|警察|监管机构|监管部门|司法机关|执法机构)(?:传票)?(?:要求|发函|来函|要我|要调取|索要|想要|让我)",
    re.IGNORECASE,
)


def place_name(place: str, language: str) -> str:
    """Return a place's name in a language; in Chinese the first one that it is known by."""
    chinese = re.search(r"[\u4e00-\u9fff]+", _PLACES.get(place, ""))
    return chinese[0] if language == "zh" and chinese else place


def other_jurisdiction(question: Question) -> str | None:
    """Return the place whose law is asked for, unless the question also names an authority that is held.

    Where a server stands or a person lives is not asked for; beside Chinese law only another law by its name counts.
    德国刑法 and the Criminal Law of Germany name none that is held.
    """
    names = [reference.named for reference in question.own_references if reference.authorities and reference.named]
    if any(reference.authorities for reference in question.own_references):
        return next(
            (place for place in _PLACES if names and all(_is_of(place, name, question.text) for name in names)), None
        )
    if question.context and (
        only := next((p for p in _named_in(question.text) if _only_place(p).fullmatch(question.text)), None)
    ):
        return only
    if (place := _in_japanese(question.text) or _at_home(question.text)) and not _OWN_LAW.search(question.text):
        return place
    text = _THERE.sub(" ", question.text)
    if place := next((place for place, statutes in STATUTES.items() if statutes.search(text)), None):
        return place
    asked_for = _law_named if _OWN_LAW.search(question.text) else _law_of
    return next((place for place in _named_in(text) if asked_for(place).search(text)), None)


def _in_japanese(text: str) -> str | None:
    """The place that a question in Japanese is asked of, if it does not speak of China: カナダで, カナダの."""
    if not _JAPANESE.search(text) or _CHINA_JA.search(text):
        return None
    return next((place for place in _named_in(text) if _of_place_ja(place).search(text)), None)


def _at_home(text: str) -> str | None:
    """The place where those do something who are of it: 美国人在美国."""
    return next((place for place in _named_in(text) if _there_and_of_it(place).search(text)), None)


def _named_in(text: str) -> list[str]:
    return [place for place, names in _NAMED.items() if names.search(text)]


# patterns of a place are compiled when a question first names it: all of them would take half a second at the start
@cache
def _law_of(place: str) -> re.Pattern[str]:
    """How the law of a place is asked for."""
    names = _PLACES[place]
    english = (
        rf"{_LAW_EN}\b[^.?!]{{0,40}}\b(?:of|in|under|from|by)\s+(?:the\s+)?(?:{names})|"
        rf"(?:in|under|of)\s+(?:the\s+)?(?:{names})(?:'s)?[^.?!]{{0,60}}\b{_LAW_EN}\b|"
        rf"(?:{names})(?:'s)?\s+(?:\w+\s+){{0,2}}{_LAW_EN}\b|"
        rf"{_MAY_EN}[^.?!]{{0,40}}\b(?:VPNs?|prox(?:y|ies)|ladders?)\b(?:\s+\w+){{0,3}}\s+in\s+(?:the\s+)?(?:{names})"
    )
    chinese = rf"(?:^|[,?!;，。？！；])\s*(?:在)?(?:{names})人?(?:能不能|可不可以|可以|能|用|卖|销售|使用|提供|翻墙)[^,?!。？！，]{{0,20}}{_THERE_ZH}|(?:{names})(?:对|关于|怎么|如何|是否|有没有)[^,?!。？！，]{{0,20}}{_THERE_ZH}|(?:{names})(?:的|联邦|现行|刑事){{0,2}}{_LAW_ZH}|(?:{names})[^,?!。？！，]{{0,12}}的(?:法律|法规|规定)|(?:按照?|根据|依照?|适用|在)(?:{names})[^?!。？！]{{0,30}}{_LAW_ZH}"
    # a statute by its foreign name; what is done there against the software
    chinese += (
        rf"|(?:{names})的?\s*[A-Z][A-Za-z]*(?: [A-Z][A-Za-z]*){{0,4}} (?:Act|Law|Code)(?![A-Za-z])|"
        rf"(?:^|[,?!;，。？！；])\s*在?(?:{names})(?:人|政府|当局|那边|当地|现在|目前|最近)*(?:[^,?!。？！，]{{0,2}}(?:查|禁|封|管))[^,?!。？！，]{{0,8}}(?:VPN|翻墙|梯子|代理)"
    )
    return re.compile(f"{english}|{chinese}", re.IGNORECASE)


@cache
def _of_place_ja(place: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_PLACES[place]})(?:国内|本土)?(?:の|で|に|では|において|における)")


@cache
def _there_and_of_it(place: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_PLACES[place]})(?:人|居民|公民|公司)在(?:{_PLACES[place]})")


@cache
def _law_named(place: str) -> re.Pattern[str]:
    """How the law of a place is asked for by its name."""
    names = _PLACES[place]
    return re.compile(
        rf"\blaws? (?:of|in) (?:the )?(?:{names})|(?:{names})(?:'s)? (?:\w+ )?(?:laws?|code)\b|"
        rf"(?:{names})(?:的|联邦|现行)*(?:法律|刑法|法典|法(?![院官]))",
        re.IGNORECASE,
    )


@cache
def _only_place(place: str) -> re.Pattern[str]:
    """A follow-up that says nothing but another place: and in Hong Kong?"""
    names = _PLACES[place]
    return re.compile(
        rf"\W*(?:(?:and|but|so|what about|how about|what if it were|that)\W+)*(?:in|under|for|by)?\s*(?:the\s+)?(?:{names})(?:(?:'s)?\s+(?:law|rules))?(?:,?\s+(?:then|instead))?\W*|"
        rf"\W*(?:那么?|如果|要是|换成|换到|按照?|在)*(?:{names})(?:那边|这边|的话|法|法律|的法律)?(?:呢|怎么样|怎么办|也一样吗)?\W*",
        re.IGNORECASE,
    )


@cache
def _named(place: str) -> re.Pattern[str]:
    """A place by any of its names."""
    return re.compile(_PLACES[place], re.IGNORECASE)


def _is_of(place: str, law: str, text: str) -> bool:
    """Whether a law is named as another place's: its name right in front of it, or behind it."""
    if not _named(place).search(text):  # nearly always, and the pattern below is made anew for each law
        return False
    own = re.escape(law)
    pattern = (
        rf"(?:{_PLACES[place]})(?:'s)?(?:的|联邦|现行|\s)*{own}|{own}\s+(?:of|in)\s+(?:the\s+)?(?:{_PLACES[place]})"
    )
    return bool(re.search(pattern, text, re.IGNORECASE))
