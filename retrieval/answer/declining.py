"""The answer to a question that cannot be answered: why not, and what is nearest."""

from prompts import say
from retrieval.answer.not_held import not_held_sentence
from retrieval.answer.sources import ALSO_FOUND, ranked_source
from retrieval.index import Index
from retrieval.refusals.jurisdiction import place_name
from retrieval.result import Answer
from retrieval.search import Search
from retrieval.sufficiency import Refusal


def decline(search: Search, index: Index, refusal: Refusal) -> Answer:
    """Return the decline: what is missing, and the nearest authorities."""
    language = search.question.answer_language
    if refusal.missing:
        text = not_held_sentence(refusal.missing, index, language)
    else:
        text = say(language, f"decline_{refusal.reason}", place=place_name(refusal.place, language))
    if refusal.said:
        text += "\n\n" + say(language, "said_unknown", said=refusal.said)
    near = [
        ranked_source(index, found, rank, search.question) for rank, found in enumerate(search.found[:ALSO_FOUND], 1)
    ]
    if near and refusal.reason != "safety":
        labels = ("、" if language == "zh" else "; ").join(dict.fromkeys(source.label for source in near[:3]))
        text += "\n\n" + say(language, "nearest", labels=labels)
    return Answer(
        answer=text,
        language=language,
        declined=True,
        reason=refusal.reason,
        as_of=search.question.as_of,
        also_found=near,
    )
