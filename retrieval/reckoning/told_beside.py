"""Whether a sum is only told beside a question for something else: what bail takes, what turning oneself in is worth."""

import re

from retrieval.amounts.bases import asks_for_tier
from retrieval.ranking.asked_rule import is_general, names_threshold
from retrieval.reckoning.nearest_case import SENTENCE
from retrieval.search import Search

# what comes of the sum is asked for
_OF_AMOUNT = re.compile(
    r"判几|判多|怎么判|够(?:不|得|判(?!.{0,2}缓)|立)|够吗|(?<!不)坐牢|(?:构成|算|算不算|犯)(?:什么|啥)?罪|"
    r"违法所得[^,，。？?]{0,6}(?:怎么|如何|是多少|多少|算|按|认定|计)|(?:怎么|如何)(?:认定|计算|算)[^,，。？?]{0,4}违法所得|"
    r"\b(?:how (?:many|long)|what|which) (?:years|sentence|crime|charge|prison|tier)\b|"
    r"\b(?:how|what|which|count\w*|calculat\w+|comput\w+|deduct\w*|measure\w*) (?:\w+ ){0,5}gains\b|"
    r"\bgains\b[^.?!,]{0,20}\b(?:calculat\w+|comput\w+|count\w*|gross|net)\b|\benough\b",
    re.IGNORECASE,
)
_CONFISCATION = frozenset(["provisions-2017-confiscation"])  # of the proceeds of whatever crime
# what speaks for a view is asked for: best authorities for deducting server costs
_AUTHORITIES = re.compile(
    r"\b(?:authorit(?:y|ies)|precedents?|case law) (?:for|on|that|to|which|in favou?r|against)\b|"
    r"(?:有(?:什么|哪些|没有|啥)|找|哪些|什么)[^,，。？?]{0,6}(?:依据|判例|案例|先例|观点)",
    re.IGNORECASE,
)


def is_told_beside(search: Search) -> bool:
    """Return whether a rule that holds for every crime was found before all else, and no tier is asked for.

    Or it is asked for the authorities for a view.
    """
    text = search.question.text
    if _AUTHORITIES.search(text) and not asks_for_tier(text):
        return True
    of_amount = asks_for_tier(text) or names_threshold(text) or _OF_AMOUNT.search(text)
    passages = [found.passage for found in search.found]
    if SENTENCE.search(text):  # a case like it may stand before the rule
        passages = [passage for passage in passages if passage.kind.is_law]
    first = passages[0] if passages else None
    return first is not None and not of_amount and (is_general(first) or first.authority in _CONFISCATION)
