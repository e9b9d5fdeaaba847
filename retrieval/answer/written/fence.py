"""What keeps a text data in front of a language model: no tag, no sign of a chat template, nothing that a reader cannot see."""

import re

from retrieval.language import visible

# < and > in every width: a tag of ours, a tag of another, <|im_start|>, <<SYS>>
_ANGLES = str.maketrans({"&": "&amp;", **dict.fromkeys("<＜﹤‹〈", "&lt;"), **dict.fromkeys(">＞﹥›〉", "&gt;")})
_TEMPLATE_SIGN = re.compile(r"\[(?=/?[A-Z_]{3,30}\])")  # [INST], [/INST], [SYSTEM_PROMPT]


def fenced(text: str) -> str:
    """Return a text that cannot end the tag it stands in, nor begin another or a message of its own."""
    return _TEMPLATE_SIGN.sub("&#91;", visible(text).translate(_ANGLES))


def on_one_line(text: str) -> str:
    """Return a title, which cannot begin a line of its own either."""
    return " ".join(fenced(text).split())
