"""Notice a language model that repeats its rules instead of answering."""

from retrieval.answer.written.model_errors import ModelError
from retrieval.language import HAN

LATIN, CHINESE = 48, 18  # letters and digits in a row that only a copy has in common with the rules


class RulesWatch:
    """Reads a text as it is written.

    :param rules: What the model was told.
    """

    def __init__(self, rules: str) -> None:
        self._rules = _bare(rules)
        self._width = CHINESE if len(HAN.findall(rules)) > len(rules) // 2 else LATIN
        self._tail = ""

    def feed(self, piece: str) -> None:
        """Take a piece of the text.

        :raises ModelError: If so many letters in a row are those of the rules, whatever stands between them.
        """
        text = self._tail + _bare(piece)
        if any(text[at : at + self._width] in self._rules for at in range(len(text) - self._width + 1)):
            raise ModelError("rules")
        self._tail = text[-self._width + 1 :]


def _bare(text: str) -> str:
    return "".join(char for char in text.lower() if char.isalnum())
