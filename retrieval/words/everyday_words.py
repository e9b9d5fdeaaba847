"""Everyday words for which whatever reads a question knows another: what somebody 挣 is what he 赚, earned."""

import re

_EARNS = re.compile("挣(?![扎脱开断])")


def without_everyday_words(text: str) -> str:
    """Return a text in Simplified characters with these words replaced; 挣扎, to struggle, stays."""
    return _EARNS.sub("赚", text)
