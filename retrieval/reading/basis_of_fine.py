"""A follow-up that asks for the basis of a fine for use: 依据的是哪一条？ The rule that was broken belongs to it, not the fine alone."""

import re
from collections.abc import Sequence

from retrieval.reading.bare_use import is_fined_for_use
from retrieval.reading.pointing_back import is_short

_BASIS = re.compile(
    r"(?:依据|根据|凭)(?:的)?(?:是|的是)?(?:什么|哪)[^,，。？]{0,4}(?:条|规定|法律?|款)?|(?:哪|什么)(?:一|部)?(?:条|规定|法律?)[^,，。？]{0,6}(?:依据|规定的)|违反了?(?:的是)?(?:哪|什么)|(?:法律)?依据(?:呢|在哪|是什么)|"
    r"\b(?:on what (?:legal )?(?:basis|grounds?)|(?:what|which)(?: is| was|'s)? (?:the )?(?:legal )?basis|under (?:which|what) (?:article|law|rule|provision|regulation)|(?:based on|by) (?:which|what) (?:article|law|rule|provision)|(?:which|what) (?:article|law|rule|provision|regulation) (?:is|was|does|did)\b)",
    re.IGNORECASE,
)
_OF_USE = {
    "zh": "哪条规定禁止使用VPN？",
    "en": "Which rule prohibits using a VPN?",
}


def with_ban_asked(text: str, language: str, before: Sequence[str]) -> str:
    """Return a question for the basis of a fine as one for the ban, which the provision on the fine does not repeat, if it follows on fines for use; else itself.

    :param text: In Simplified characters and plain forms.
    :param before: The questions before, in the same form.
    """
    if not _BASIS.search(text) or not is_short(text, language) or not before:
        return text
    return _OF_USE[language] if is_fined_for_use(" ".join(before), language) else text
