"""Keep what a reasoning model thinks out of the answer: it is written for nobody, and no check is made for it."""

import re

_NAMES = r"(?:\w{1,12}:)?(?:think(?:ing)?|thoughts?|reason(?:ing)?|reflection|analysis|scratchpad)"
# DeepSeek-R1, Qwen3 and others; Kimi; Magistral; gpt-oss
_OPENS = rf"<{_NAMES}(?:\s[^<>]{{0,20}})?>|◁think▷|\[THINK\]|<\|channel\|>(?:analysis|commentary)<\|message\|>"
_CLOSES = rf"</{_NAMES}\s?>|◁/think▷|\[/THINK\]|(?:<\|start\|>assistant)?<\|channel\|>final<\|message\|>"
_TAG = re.compile(rf"(?P<opens>{_OPENS})|{_CLOSES}", re.IGNORECASE)
_LONGEST = 60  # characters of a tag
_BEGINS = "<◁["


class ThoughtFilter:
    """Leaves out what stands between the tags, however the text is cut; what may become a tag is held back.

    Templates that write the opening tag themselves leave only the closing one in the text: all before it was thought. What
    has gone out of that cannot be taken back here: `without_thoughts` reads the whole.
    """

    def __init__(self) -> None:
        self._held = ""
        self._is_thinking = False

    def feed(self, piece: str) -> str:
        """Take a piece of text and return what is certain to be none of the thoughts."""
        text, out = self._held + piece, ""
        while tag := _TAG.search(text):
            if not self._is_thinking:
                out += text[: tag.start()]
            self._is_thinking = bool(tag["opens"])
            text = text[tag.end() :]
        tail = max(0, len(text) - _LONGEST)
        cut = min((at for mark in _BEGINS if (at := text.find(mark, tail)) >= 0), default=len(text))
        self._held = text[cut:]
        return out if self._is_thinking else out + text[:cut]

    def close(self) -> str:
        """Return the rest."""
        text, self._held = self._held, ""
        return "" if self._is_thinking else text


def without_thoughts(text: str) -> str:
    """Return a whole text without its thoughts: all before a closing tag that nothing opened, all behind an open one."""
    kept: list[str] = []
    done, is_thinking = 0, False
    for tag in _TAG.finditer(text):
        if not is_thinking:
            kept.append(text[done : tag.start()])
        if not tag["opens"] and not is_thinking:
            kept.clear()
        is_thinking, done = bool(tag["opens"]), tag.end()
    return "".join(kept if is_thinking else [*kept, text[done:]])
