"""A follow-up that asks for nothing but the reason: why? 为什么呢？"""

import re

from retrieval.request import Request, Turn

_WHY = re.compile(r"为什么|为啥|为何|凭什么|\b(?:why|how come)\b", re.IGNORECASE)
_FILLING = re.compile(
    r"那么?|这是|这|是|又|呢|啊|呀|吗|这样|请问|到底|\b(?:and|but|so|please|exactly|is|was|that|this|it|though)\b",
    re.IGNORECASE,
)


def is_bare_why(text: str) -> bool:
    """Return whether a text asks why, and says of what with no word."""
    return bool(_WHY.search(text)) and not re.search(r"\w", _FILLING.sub("", _WHY.sub("", text)))


def question_before(history: tuple[Turn, ...]) -> Request | None:
    """Return the question before with the turns that it had before it; None without one."""
    asked = [at for at, turn in enumerate(history) if turn.role == "user"]
    return Request(history[asked[-1]].content, history[: asked[-1]]) if asked else None
