"""Articles on a law's commencement: near to every question with a date in it, and of use to few."""

import re

from retrieval.passage import Passage

_ARTICLE = re.compile(
    r"本[^，。\n]{1,10}自[^，。\n]{4,16}起(?:施行|实施|生效)|(?:This|These) [^.\n]{3,80} shall (?:come into force|enter into force|take effect|be implemented|be effective)\b"
)
_LONGEST = {"zh": 60, "en": 240}  # characters; a longer one says what it repeals too
# whoever asks when a law began, or to which conduct it applies, wants them
_ASKED = re.compile(
    r"施行|实施(?!了?[什侵提入])|生效|效力|有效|失效|废止|作废|溯及|何时|什么时候|哪[天年]|哪一[天年]|起算|开始|适用于|管得着|管不管|出台|公布|颁布|"
    r"\b(?:when|since|commence\w*|effect|effective|in force|into force|retro\w+|appl(?:y|ies|ied|icable)|started?|begin|began|date|repeal\w*|superseded|valid)\b",
    re.IGNORECASE,
)


def is_commencement(passage: Passage) -> bool:
    """Return whether a passage is an article that says from when on its law is in force, and nothing else."""
    return bool(
        passage.article
        and passage.kind.is_law
        and len(passage.text) <= _LONGEST.get(passage.language, 0)
        and _ARTICLE.match(passage.text)
    )


def asks_of_commencement(text: str) -> bool:
    """Return whether a question asks from when on a law is in force, or to what it applies."""
    return bool(_ASKED.search(text))
