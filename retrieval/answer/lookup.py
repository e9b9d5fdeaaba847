"""Whether a question asks for nothing but the wording of the places that it names."""

import re

from retrieval.question import Question

_ASKING_ZH = re.compile(
    r"怎么(?:写|说|规定)的?|如何规定|是?什么(?:内容|规定)?|哪些|具体|完整|全部|内容|规定|原文|条文|法条|全文|正文|讲的?|说的?|写的?|意思|请问?|帮我|给我|列出|列一下|查一?下?|看一?下?|"
    r"找一?下?|引用|告诉|关于|一下|出来|分别|各|都|的|了|是|有|呢|吗|吧|啊|和|与|及|或|以及|我|想|要|知道|年|条|款|项|第"
)
_ASKING_EN = re.compile(
    r"\b(?:what|which|does|do|is|are|the|a|an|of|in|to|me|i|please|can|could|you|show|give|tell|quote|cite|read|print|display|find|look|up|say|says|said|state|states|"
    r"provide|provides|stipulate|stipulates|read|reads|text|texts|wording|words|full|exact|complete|whole|content|contents|official|mean|means|about|it|for|and|or|under|need|want|see|"
    r"art|arts|article|articles|section|sections|para|paragraph|paragraphs|item|items|law|laws|provision|provisions|prc|china|chinese)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d]")  # what numbers are left are those of paragraphs and items


def asks_for_wording(question: Question) -> bool:
    """Return whether a question names articles and, that aside, says nothing that another passage could answer."""
    named = [reference for reference in question.own_references if reference.article]
    if not named or question.context:
        return False
    rest = question.text
    names = {name for reference in question.own_references for name in (reference.named, reference.text) if name}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        rest = rest.replace(name, " ")
    return not _WORD.search(_ASKING_EN.sub("", _ASKING_ZH.sub("", rest)))
