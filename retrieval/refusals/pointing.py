"""Questions that only point: at a "this", or at somebody whom no turn before names."""

import re

from retrieval.amounts.bases import states_amounts
from retrieval.question import Question
from retrieval.ranking.asked_rule import names_rule
from retrieval.reading.pointing_back import is_aspect, without_expletives

_BARE_POINTER = re.compile(
    r"^\W*(?:and |so |but |then )?(?:is|was|would|does|do|can|will|could|should|are|were) (?:that|this|it|those|these)\b(?: \w+){0,6}\W*$|"
    r"^\W*(?:(?:so|and|but) )?(?:will|would|could|can|might) (?:he|she|they|i|we|my (?:client|husband|wife|son|brother|friend)) (?:really )?(?:go to (?:prison|jail)|be (?:convicted|jailed|charged|arrested|punished|sentenced|fined)|get (?:away|off|bail|prison|jail)\b.{0,12})\W*$|"
    r"^(?:那么?|请问)?(?:他们?|她们?|我们?|咱们|当事人|我的当事人|客户|被告人?)?(?:这样|这种情况|那样|这|那)?(?:的话)?(?:会|要|能|可能|得|应该)?(?:被|给)?(?:判|坐|关|罚|抓)(?:多?几|多少|多久|多长|刑|牢|进去)[^,，。]{0,6}[？?。]?$|"
    r"^(?:那么?)?(?:这|那)(?:个|些|样|种)?(?:数额|数|金额|情况|事|案子|说法|行为|钱)?(?:够|行|算|合法|合适|可以|要紧|严重|成立|对|怎么|会|能|多)[^,，。]{0,6}[？?。]?$",
    re.IGNORECASE,
)
# what a judge will do in a case of which nothing is told
_PREDICTED = re.compile(
    r"^\W*(?:please |can you |could you )*(?:predict|forecast|foretell|guess|estimate)\b[^.?!]{0,60}\b(?:he|she|they|I|we|judge|court|client|verdict|sentence|outcome)\b|"
    r"^(?:请|帮我|你能|能不能)*(?:预测|预估|估计|猜)一?下?[^?？。！]{0,12}(?:案|法官|法院|[我他她]|当事人|客户)",
    re.IGNORECASE,
)
# when did the 2019 conduct become a crime? of what conduct?
_OF_CONDUCT = re.compile(
    r"\b(?:the|that|this) (?:(?:19|20)\d\d )?(?:conduct|acts?|deeds?|behaviou?r)\b(?! (?:of|on|in|under|that|which|for|to|by)\b)|(?:该|这种|这个|这一|那种|那个|上述|此)(?:种|个|类)?行为",
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


def points_nowhere(question: Question) -> bool:
    """Return whether all that a question is about is a "this" or "that", and no turn before says what."""
    if question.context or question.own_references:
        return False
    text = question.text.strip()
    # "is it a crime to use one?" says itself what it is about, and "can he get bail?" asks for a rule that holds for all
    bare = _BARE_POINTER.match(without_expletives(text)) and not names_rule(question)
    if _OF_CONDUCT.search(text) and not any(not is_aspect(term) for term in question.own_terms):
        return True
    tells = question.names_subject and (states_amounts(text) or _AHEAD.search(text))
    predicted = bool(_PREDICTED.search(text)) and not question.names_subject and not states_amounts(text)
    return bool(bare or predicted or (_OF_SOMEBODY.match(text) and not tells))
