"""The error of a file that cannot be read."""


class UnreadableFileError(ValueError):
    """A file that cannot be read; the text is the reason, without the file's name."""
