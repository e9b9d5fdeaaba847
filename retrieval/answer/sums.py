"""What an answer says of the question's amounts and of limitation: the tables, and what they rest on."""

from dataclasses import replace

from retrieval.answer.amounts import reckoned_blocks, reckoned_quotations
from retrieval.answer.draft import Draft
from retrieval.answer.like_case import like_case
from retrieval.answer.limitation import limitation_blocks, limitation_quotations
from retrieval.answer.quoting import Quotation
from retrieval.index import Index
from retrieval.reckoning.fines import asks_for_fine
from retrieval.reckoning.limitation import limitation_of
from retrieval.reckoning.reckon import reckon
from retrieval.reckoning.told_beside import is_told_beside
from retrieval.search import Search


class Sums:
    """What is reckoned for a question.

    :param quotations: What it rests on.
    :param is_choice: Whether the question does nothing but choose one of the sums reckoned before.
    """

    def __init__(self, search: Search, index: Index) -> None:
        self._search, self._index = search, index
        language = search.question.answer_language
        self._reckoning = reckon(search, index)
        self._limitation = limitation_of(search, self._reckoning, index)
        limited = limitation_quotations(self._limitation, index, language) if self._limitation else []
        if self._limitation and not asks_for_fine(search.question.text):
            self._reckoning = replace(self._reckoning, fines=())
        reckoned = reckoned_quotations(self._reckoning, index, language)
        self.quotations: list[Quotation] = [*limited, *reckoned]
        # what else is found by the words that choose a sum has nothing to do with it
        self.is_choice = self._reckoning.is_choice
        # who asks for a rule and tells of a sum besides reads the rule first
        self._is_behind = bool(reckoned) and not (self._limitation or self.is_choice) and is_told_beside(search)

    def say_first(self, draft: Draft) -> None:
        """Say what comes before the passages that were found."""
        if self._limitation:
            draft.blocks += limitation_blocks(self._limitation, self._search, self._index, draft.citations)
        if not self._is_behind:
            draft.blocks += reckoned_blocks(self._reckoning, self._search, self._index, draft.citations)

    def say_behind(self, draft: Draft) -> None:
        """Say what comes after them."""
        if self._is_behind:
            draft.blocks += like_case(self._search, self._reckoning, self._index, draft.citations)
            draft.blocks += reckoned_blocks(self._reckoning, self._search, self._index, draft.citations)
