"""How conversations are searched: parts of words count, so that Chinese, which has no blanks, is found."""

from functools import lru_cache

from retrieval.language import simplify, visible

_MOST_WORDS = 12


@lru_cache(maxsize=4096)
def searchable(*texts: str) -> str:
    """Return texts in the form that is compared: Simplified characters, small letters, one blank between words."""
    return " ".join(" ".join(simplify(visible(text)).casefold().split()) for text in texts)


def condition_on(words: str) -> tuple[str, list[str]]:
    """Return a condition on the conversations `c`, and its values: the title or a message has each word.

    The connection must know `searchable` as a function.
    """
    wanted = searchable(words).split()[:_MOST_WORDS]
    if not wanted:
        return "", []
    title = " AND ".join("instr(searchable(c.title), ?) > 0" for _ in wanted)
    message = " AND ".join("instr(m.searchable, ?) > 0" for _ in wanted)
    condition = f" AND (({title}) OR EXISTS (SELECT 1 FROM messages m WHERE m.conversation = c.id AND m.replaced = 0 AND {message}))"
    return condition, [*wanted, *wanted]
