"""Whether a sum is only told beside a question for something else: what bail takes, what turning oneself in is worth."""

import re

from retrieval.amounts.bases import asks_for_tier
from retrieval.ranking.asked_rule import is_general, names_threshold
from retrieval.search import Search

# what comes of the sum is asked for
_OF_AMOUNT = re.compile(
    r"判几|判多|怎么判|够(?:不|得|判|立)|够吗|(?:构成|算|算不算|犯)(?:什么|啥)?罪|坐牢|违法所得|"
    r"\b(?:how (?:many|long)|what|which) (?:years|sentence|crime|charge|prison|tier)\b|\bgains\b|\benough\b",
    re.IGNORECASE,
)


def is_told_beside(search: Search) -> bool:
    """Return whether a rule that holds for every crime was found before all else, and no tier is asked for."""
    text = search.question.text
    of_amount = asks_for_tier(text) or names_threshold(text) or _OF_AMOUNT.search(text)
    return bool(search.found) and is_general(search.found[0].passage) and not of_amount
