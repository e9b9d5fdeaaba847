"""A follow-up that only chooses one of the sums reckoned before: 如果只算净的呢, and net only?"""

import re
from collections.abc import Sequence

from retrieval.amounts.bases import Base

# what may stand around the word; who says more asks for more
_FILLING = re.compile(
    r"如果|要是|假如|那么|只|仅|光|单|就|按照?|计算|算|看|用|以|取|的话|呢|吗|又|怎么[样判算]|会?判?几年|够不够|[那按的后之,，。.?？!'’\s-]|"
    r"\b(?:and|so|but|what|how|about|if|is|are|it|we|you|they|the|his|her|only|just|count(?:s|ed|ing)?|tak(?:e|en|ing)|on|by|us(?:e|ed|ing)|alone|"
    r"instead|then|sums?|amounts?|figures?|that|suppose)\b",
    re.IGNORECASE,
)
_NET = re.compile(
    r"净(?:额|利润?|收入|赚)?|纯?利润|扣(?:除|掉|了)?成本|net(?:gains?|profits?|income)?|profits?", re.IGNORECASE
)
_GROSS = re.compile(r"流水|总(?:额|收入)|毛收入|毛|gross(?:receipts|income)?|turnover|receipts|revenue", re.IGNORECASE)
_CHOICES = ((_NET, ("net", "net_of_costs")), (_GROSS, ("gross", "turnover")))


def chosen(text: str, bases: Sequence[Base]) -> list[Base]:
    """Return those of the sums that a text chooses, and what else is counted; none if it chooses none, or there is no choice.

    :param text: As `plain` returns it.
    """
    word = _FILLING.sub("", text)
    names = next((names for words, names in _CHOICES if words.fullmatch(word)), ())
    sums = [base for base in bases if base.is_gains or base.name == "turnover"]
    own = [base for base in sums if base.name in names]
    return [base for base in bases if base in own or base not in sums] if own and len(own) < len(sums) else []
