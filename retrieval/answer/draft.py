"""An answer in the making: its paragraphs, the citations behind their numbers, and the notes told so far."""

from collections.abc import Sequence

from prompts import say
from retrieval.answer.parallel import in_language
from retrieval.answer.printing import print_quotation
from retrieval.answer.quoting import Quotation
from retrieval.authority import Severity
from retrieval.index import Index
from retrieval.parts.relevance import Relevance
from retrieval.result import Citation
from retrieval.search import Search

NOTES_SHOWN, NOTES_OF_ONE = 4, 2  # in an answer, and beside one quotation, if they are not of the weightiest
NOTE_RELEVANCE = 0.2  # of the question's weight, by a note's words, to be shown in the answer
NOTE_ASKED = (
    0.4  # likewise, for one to be shown where the weightiest have taken all the room: it is what is asked about
)


class Draft:
    """What is said so far.

    :param search: What was found, as it is to be quoted.
    :param blocks: The paragraphs; added to.
    :param citations: Added to.
    """

    def __init__(self, search: Search, index: Index, blocks: list[str], citations: list[Citation]) -> None:
        self.blocks, self.citations = blocks, citations
        self.relevance = Relevance(search.question, index)
        self._search, self._index = search, index
        self._language = search.question.answer_language
        self._noted: set[str] = set()

    def quote(self, quotation: Quotation) -> None:
        """Print a quotation, and the notes on it."""
        print_quotation(quotation, self._search, self._index, self.blocks, self.citations)
        self.blocks += self._notes(self.citations[-1])

    def quote_beside(self, others: Sequence[Quotation], before: Sequence[Quotation]) -> None:
        """Print quotations in the answer's language, but none of what is printed already.

        :param before: What is.
        """
        printed = list(before)
        for quotation in others:
            shown = in_language(quotation, self._language, self._index)
            # two sentences of the question's language may be one line of the answer's
            if any(_overlaps(shown, other) for other in (before if shown is quotation else printed)):
                continue
            printed.append(shown)
            self.quote(shown)

    def _notes(self, own: Citation) -> list[str]:
        """The notes on the quoted section, each once: the weightiest always, others that bear on the question's words.

        All go with the citation anyway. Who reads an article without its weightiest note reads it wrongly, whatever the words.
        """
        language, noted = self._language, self._noted
        texts = {
            note[language]: note["severity"]
            for note in own.notes
            if note["section"] is not None and note["severity"] != Severity.TRIFLE and note[language] not in noted
        }
        scored = sorted(((self.relevance.score(text, language), text) for text in texts), key=lambda pair: -pair[0])
        kept = [text for _, text in scored if texts[text] == Severity.HIGH]
        room = min(NOTES_SHOWN - len(noted), NOTES_OF_ONE) - len(kept)
        others = [(score, text) for score, text in scored if score >= NOTE_RELEVANCE and texts[text] != Severity.HIGH]
        asked = bool(others) and others[0][0] >= NOTE_ASKED
        kept += [text for _, text in others[: max(room, int(asked))]]
        noted.update(kept)
        return [say(language, "note", note=text) for text in kept]


def _overlaps(one: Quotation, other: Quotation) -> bool:
    return one.passage.id == other.passage.id and one.span.start < other.span.end and other.span.start < one.span.end
