"""The errors that are meant for the reader's eyes."""


class FayanError(Exception):
    """Something the user can mend; the text is one sentence that says how."""


class IndexUnusableError(FayanError):
    """There is no index, or one made by another model or by other passage rules."""
