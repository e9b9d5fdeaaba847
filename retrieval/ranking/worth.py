"""What a passage that was found is worth beside its ranks: by its kind, section and language, and by what is asked."""

from collections.abc import Mapping

from retrieval.authority import Coverage, Kind
from retrieval.fusion import K
from retrieval.index import Index
from retrieval.language import LANGUAGES
from retrieval.passage import Passage
from retrieval.question import Question
from retrieval.ranking.leg_results import LegResults
from retrieval.ranking.legs import ASKED
from retrieval.ranking.other_sense import OTHER_SENSE, fines_of_courts, is_of_other_sense
from retrieval.ranking.own_use import (
    CRIME,
    OTHER_MATTER,
    crimes_beside_use,
    crimes_of_other_matters,
    is_found_by_meaning_alone,
)
from retrieval.ranking.priors import is_view
from retrieval.ranking.tuning import Tuning

RESTATED = 0.8  # our words about a law whose text is not held


class Worth:
    """What passages are worth to a question.

    :param named: The authorities that the question names as a whole.
    """

    def __init__(self, question: Question, results: LegResults, tuning: Tuning, index: Index) -> None:
        self._question, self._tuning, self._index = question, tuning, index
        self.named = {name for r in question.references if r.article is None for name in r.authorities}
        self._crimes, self._fines = crimes_beside_use(index, question), fines_of_courts(question, index)
        self._others = crimes_of_other_matters(index, question, results.lists.get(ASKED, []))

    def score(self, passage: Passage, fused: float, ranks: Mapping[str, int]) -> float:
        """Return a passage's score.

        :param fused: What its ranks in the legs make together.
        :param ranks: Leg to rank.
        """
        unit = passage.unit
        score = (fused + self._in_other_leg(passage, ranks)) * self._own_words(passage)
        score *= self._by_kind(passage) * (CRIME if unit in self._crimes else 1.0)
        score *= OTHER_SENSE if unit in self._fines else 1.0
        if unit in self._others and is_found_by_meaning_alone(ranks):
            score *= OTHER_MATTER
        return score + (self._tuning.named if passage.authority in self.named else 0.0)

    def _in_other_leg(self, passage: Passage, ranks: Mapping[str, int]) -> float:
        """What is added for a unit held in another language alone, which a leg of the question's cannot find.

        Its place in the one stands for that in the other; else what is translated would always come first.
        """
        language = self._question.language
        if language in self._index.units[passage.unit]:
            return 0.0
        # topics know nothing of added documents
        share = 1.0 if passage.kind is Kind.DOCUMENT else self._tuning.standing_in
        legs = [
            (f"{way}-{other}", f"{way}-{language}")
            for way in ("dense", "lexical")
            for other in LANGUAGES
            if other != language
        ]
        return share * sum(self._tuning.legs[own] / (K + ranks[leg]) for leg, own in legs if leg in ranks)

    def _own_words(self, passage: Passage) -> float:
        """The mapped leg weighs much for law that is not translated; an added document is in its own words already."""
        if passage.kind is not Kind.DOCUMENT or passage.language != self._question.language:
            return 1.0
        legs = self._tuning.legs
        return max(1.0, *(legs[f"dense-{other}"] / legs[f"dense-{passage.language}"] for other in LANGUAGES))

    def _by_kind(self, passage: Passage) -> float:
        """What a passage is worth by its kind, its section, what it is about and whose words it is in."""
        told = passage.kind.is_law and self._index.authorities[passage.authority].coverage == Coverage.RESTATED
        sense = OTHER_SENSE if is_of_other_sense(passage, self._question) else 1.0
        kind = Kind.COMMENTARY if told and is_view(passage) else passage.kind  # what we hold of a law is no law
        section = self._tuning.section(passage, self._question)
        return self._tuning.kinds[kind] * section * sense * (RESTATED if told else 1.0)
