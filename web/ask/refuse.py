"""Why a question is not taken: said in a sentence before anything is asked, and the text stays in the box."""

from prompts import say
from web.ask.dates import read_date
from web.http.bodies import MAX_QUESTION, clean_question


def refuse_question(question: str | None, language: str) -> str | None:
    """Return why a question is not taken, in the page's language; None if it is."""
    question = question or ""
    if len(question) > MAX_QUESTION:
        return say(language, "refused_long", length=f"{len(question):,}", limit=f"{MAX_QUESTION:,}")
    try:
        clean_question(question)
    except ValueError:
        return say(language, "refused_empty")
    return None


def refuse_date(text: str | None, language: str) -> str | None:
    """Return why a date is not taken, in the page's language; None if it is."""
    try:
        read_date(text)
    except ValueError:
        return say(language, "refused_date", value=(text or "")[:30])
    return None
