"""From when and until when a text is the law, in words."""

from datetime import date

from prompts import say
from retrieval.dates.clock import today

# from one day to another, from a day on, from a day to come on, until a day, not known
_SENTENCES = ("panel_in_force_from_to", "panel_in_force_from", "panel_from_future", "panel_in_force_until", "panel_dates_unknown")  # fmt: skip
# where a badge beside them says whether it is in force
_BESIDE_STATUS = ("library_version_dates", "library_version_from", "library_version_from", "library_version_until", "library_version_unknown")  # fmt: skip


def dates_text(begin: date | None, end: date | None, language: str, beside_status: bool = False) -> str:
    """Return in words from when and until when a text is the law; None is not known, or not yet.

    :param beside_status: Whether they stand beside the status, so that they need not say it.
    """
    from_to, since, coming, until, unknown = _BESIDE_STATUS if beside_status else _SENTENCES
    if begin and end:
        return say(language, from_to, begin=begin, end=end)
    if begin:
        return say(language, coming if begin > today() else since, begin=begin)
    return say(language, until, end=end) if end else say(language, unknown)
