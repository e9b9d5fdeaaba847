"""The errors that are meant for the reader's eyes."""


class FayanError(Exception):
    """Something the user can mend; the text is one sentence that says how."""


class CorpusUnreadableError(FayanError):
    """The corpus has faults; the text names them and their files, for whoever runs the server and not for the page."""


class StoreError(FayanError):
    """The index cannot be read just now: its files or the server that keeps its vectors fail; it may pass."""


class IndexUnusableError(FayanError):
    """There is no index, or one made by another model or by other passage rules."""
