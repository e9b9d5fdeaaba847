"""Whether a number is what somebody says that the law demands: gains must exceed 5,000, 要超过5000元才定罪."""

import re

from retrieval.amounts.bounds import CLAUSE

_BOUND = r"(?:超过了?|超出|达到?|满|到|够|高于|大于|多于|不少于|不低于)"
_BEFORE = re.compile(
    # a text or somebody says so; what a court or the police say was found is a sum of the case
    r"(?:文章|作者|法律|法条|条文|司法解释|解释|规定|标准|网上|书上|书里|有人)(?:里面?|中|上)?(?:都|也)?(?:说|写|讲|称|规定|认为|提到|要求)|"
    rf"(?:必须|须要?|应当?|需要?)(?:要|得)?{_BOUND}\D{{0,4}}$|"
    r"\b(?:the|this|your|that|an?) (?:article|author|text|blog|post|law|interpretation|provision|statute|rule|standard)s? (?:\w+ )?(?:says?|said|states?|claims?|requires?|demands?)\b|"
    r"\b(?:must|ha(?:s|ve|d) to|needs? to|should|required to)\b (?:\w+ )?(?:exceed|reach|surpass|amount to|come to|be (?:over|above|more than|at least|no less than))\b[^,.;]{0,16}$",
    re.IGNORECASE,
)
# 5000元才定罪 tells what the law demands, 5万元才判半年 what somebody got
_ONLY_THEN = re.compile(
    r"\s*(?:元|块钱?)?(?:以上)?[,，]?(?:才|方)(?:(?:能|会|可以?|要)[^，。,;；]{0,4}(?:判|罚|刑|罪|究|诉)|"
    r"(?:能|会|可以?|要|算|是)?(?:被|够)?(?:定罪|构成|入罪|立案|追究|追诉|犯罪|够))"
)


def is_claimed(before: str, after: str) -> bool:
    """Return whether a number is demanded by the law, as somebody says, by what stands before and behind it.

    :param before: What stands before it; its last clause counts.
    """
    clause = CLAUSE.split(before)[-1]
    return bool(_BEFORE.search(clause) or _ONLY_THEN.match(after))
