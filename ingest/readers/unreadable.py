"""The error of a file that cannot be read."""

from prompts import say


class UnreadableFileError(ValueError):
    """A file that cannot be read; the text is the reason, without the file's name.

    :param reason: The name of a sentence: `empty` stands for `unreadable_empty`.
    :param values: What is filled in.
    """

    def __init__(self, reason: str, **values: object) -> None:
        super().__init__(say("en", f"unreadable_{reason}", **values))
        self._reason, self._values = reason, values

    def in_language(self, language: str) -> str:
        """Return the reason in `en` or `zh`."""
        return say(language, f"unreadable_{self._reason}", **self._values)
