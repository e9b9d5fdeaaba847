"""How much of a question's words a piece of text has, rare words counting more."""

from math import log

from retrieval.authority import Kind
from retrieval.cases.facts import asked_facts, tells_fact
from retrieval.cases.records import KINDS
from retrieval.index import Index
from retrieval.parts.answer_type import bonus, wanted
from retrieval.parts.spans import Span
from retrieval.passage import Passage
from retrieval.question import Question
from retrieval.reading.documents import named_documents
from retrieval.reading.held import tells_of
from retrieval.references.case_numbers import without_numbers
from retrieval.words.tokens import tokenize

NAMES_WEIGHT = 0.8
CONTEXT_WEIGHT = 0.2
FACT_BONUS = 0.4  # for a line of a named case or document that tells what is asked of it; words alone would bring the line that names it


class Relevance:
    """Scores texts against one question.

    :param question: The question; its terms' names count too, and a little what it points back to.
    """

    def __init__(self, question: Question, index: Index) -> None:
        self._index, self._question = index, question
        self._wanted = wanted(question)
        # the number by which a document is named stands in its heading, and not where it tells what is asked
        text = without_numbers(question.text) if named_documents(question.references, index) else question.text
        named = any(not reference.article for reference in question.references)
        self._facts = asked_facts(question.text) if named else []
        self._weights: dict[str, dict[str, float]] = {}
        for language in index.lexical:
            own = self._weigh(tokenize(text), language, 1.0)
            context = f"{question.context} {' '.join(question.names_in(language))}"
            names = " ".join(question.names_in(language, own=True))
            for tokens, share in ((tokenize(names), NAMES_WEIGHT), (tokenize(context), CONTEXT_WEIGHT)):
                for token, weight in self._weigh(tokens, language, share).items():
                    own[token] = max(own.get(token, 0.0), weight)
            self._weights[language] = own
        self.question_weight = {language: sum(weights.values()) for language, weights in self._weights.items()}

    def _weigh(self, tokens: list[str], language: str, share: float) -> dict[str, float]:
        lexical = self._index.lexical[language]
        return {
            token: share * rarity(lexical.document_frequency(token), lexical.count) for token in dict.fromkeys(tokens)
        }

    def score(self, text: str, language: str) -> float:
        """Return the share of the question's weight that the text has, 0 to 1."""
        # summed in the order of the text: the order of a set differs between processes, and with it the last digits
        weights = self._weights[language]
        total = self.question_weight[language]
        return sum(weights.get(token, 0.0) for token in dict.fromkeys(tokenize(text))) / total if total else 0.0

    def shared(self, text: str, language: str) -> set[str]:
        """Return the words of the question that the text has."""
        return self._weights[language].keys() & tokenize(text)

    def tells_of_asked(self, passage: Passage, span: Span) -> bool:
        """Return whether a range of a text told in prose names an article of it that the question asks for."""
        text = passage.text[span.start : span.end]
        return tells_of(text, passage.authority, self._question.own_references, self._index)

    def score_span(self, passage: Passage, span: Span) -> float:
        """Return the score of a range of a passage; having the kind of answer that is wanted counts too."""
        text = passage.text[span.start : span.end]
        told = passage.kind in (*KINDS, Kind.DOCUMENT) and tells_fact(text, self._facts)
        return self.score(text, passage.language) + bonus(self._wanted, text) + FACT_BONUS * told


def rarity(frequency: int, passages: int) -> float:
    """Return the weight of a word: about 8 for one that one passage of thousands has, near 0 for one that most have."""
    return log(1 + (passages - frequency + 0.5) / (frequency + 0.5)) if frequency else 0.0
