"""Words of everyday English that the trade uses for something else: who runs an airport (机场) sells access to proxy nodes."""

import re

_SERVICE = "paid VPN service"  # one of the glossary's English names for 机场
_AIRPORT = re.compile(
    r"\b(?P<article>an? )?(?P<own>own )?airport(?P<many>s)?\b(?!'s? (?:police|security))", re.IGNORECASE
)
# what is done with a service and not with a place where one flies
_TRADE = re.compile(
    r"\b(?:ran|runs?|running|operat\w+|own(?:s|ed|ers?)?|s[eo]l[dl](?:s|ing|ers?)?|res[eo]l[dl](?:s|ing|ers?)?|bought|buy\w*|set(?:ting)? up|start(?:s|ed|ing)?|"
    r"open(?:s|ed|ing)?|buil[dt]\w*|host(?:s|ed|ing)?|manag\w+|advertis\w+|promot\w+|review\w*|compar\w+|best|cheap\w*|(?:sub-?)?agents?|commissions?|admin\w*|boss|"
    r"support group|support staff|customers?|users?|works? for|worked for|working for|programm\w+|subscri\w+|plans?|nodes?|accounts?|panels?|provider|"
    r"convicted|(?:il)?legal|VPNs?|prox(?:y|ies)|wall|firewall)\b|机场|节点|梯子",
    re.IGNORECASE,
)
_FLIGHT = re.compile(
    r"\b(?:fl(?:y|ies|ew|ying|ights?)|planes?|airplanes?|aircraft|airlines?|aviation|pilots?|drones?|terminals?|runways?|passengers?|passports?|luggage|baggage|"
    r"customs|border|duty[- ]free|taxi|gates?)\b|\b(?:at|to|from|near|in|inside|around) (?:the |an? |\w+ )?airports?\b(?! (?:group|service))|\b(?-i:[A-Z][a-z]+) (?:[Ii]nternational )?[Aa]irport",
    re.IGNORECASE,
)


def without_trade_words(text: str) -> str:
    """Return a text with the trade's words in plain ones: ran an airport becomes ran a paid VPN service.

    One that tells of flying, or of nothing that is done with a service, stays.
    """
    if not _AIRPORT.search(text) or _FLIGHT.search(text) or not _TRADE.search(_AIRPORT.sub(" ", text)):
        return text

    def plain(match: re.Match[str]) -> str:
        article = "a " if match["article"] else ""
        return f"{article}{match['own'] or ''}{_SERVICE}{match['many'] or ''}"

    return _AIRPORT.sub(plain, text)
