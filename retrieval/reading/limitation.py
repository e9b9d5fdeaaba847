"""Whether a question asks whether the time for prosecuting a crime is over."""

import re

_ASKED = re.compile(
    r"追诉(?:时效|期)|[不未]再追诉|还[能会可要]?以?[^,，。？?]{0,4}追诉(?!标准)|(?:现在|如今|今天)还?[能会可]以?追[究责]|(?:\d|[一二三四五六七八九十])[年月日号][^。？?罚判]{0,60}还[能会可]以?被?追究|追究的?(?:期限|时限)|(?<!诉讼)(?<!处罚)(?<!执行)(?<!仲裁)(?<!申诉)时效(?!力|性)|"
    r"\btime[- ]?barred\b|\bstatutes? of limitations?\b|\blimitation (?:period|expired?)\b|"
    r"\blimitations? (?:period|has|have|runs?|ran|begins?|ends?|expires?)\b|\b(?:is|for|of|by|on|about) limitation\b|(?<!without )\blimitation(?=\s*(?:$|[?.,;]))|"
    r"\b(?:prosecution|limitation) period\b|\bstill (?:be )?prosecut\w+|\bhow long\b[^.?!,;]{0,30}\bprosecuted?\b|\btoo (?:late|old|long ago) to (?:prosecute|charge|be prosecuted|be charged)\b",
    re.IGNORECASE,
)
# of a penalty of the administration, an action or an appeal there are other periods
_OF_OTHERS = re.compile(
    r"行政处罚|治安(?:管理)?处罚|罚款|行政(?:复议|诉讼)|复议|上诉|劳动|民事|"
    r"\badministrative\b|\bfined\b|\b(?:civil|reconsideration|appeal)\b",
    re.IGNORECASE,
)
_CRIMINAL = re.compile(
    r"追[诉究责]|罪|刑(?!诉)|\b(?:crim\w+|charge[ds]?|offen[cs]e|prosecut\w+|convict\w*)\b", re.IGNORECASE
)
# of one case, not how the periods are
_OVER = re.compile(
    r"过|超|届满|到期|哪[天日]|什么时候|何时|还[能会可在]|\b(?:still|barred|expired?|over|passed|run out|too late|too old|too long ago|when)\b",
    re.IGNORECASE,
)


def asks_whether_over(text: str) -> bool:
    """Return whether a text asks of a case whether, or when, the time for its prosecution is over."""
    return asks_for_limitation(text) and bool(_OVER.search(text))


def asks_for_limitation(text: str) -> bool:
    """Return whether a text asks for the limitation of a crime.

    :param text: In Simplified characters and plain forms.
    """
    return bool(_ASKED.search(text)) and (bool(_CRIMINAL.search(text)) or not _OF_OTHERS.search(text))
