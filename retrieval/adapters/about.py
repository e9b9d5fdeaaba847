"""What is written beside an adapter's weights: for which model and languages, trained on what, and what it gained."""

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Language = Annotated[str, Field(pattern="^(en|zh)$")]


class Gain(BaseModel):
    """A measure before and after, and the difference with its 95 % interval."""

    model_config = ConfigDict(frozen=True)

    before: float
    after: float
    difference: float
    low: float
    high: float


class About(BaseModel):
    """An adapter's description.

    :param question_language: The language of the questions that it maps.
    :param passage_language: The language of the passages for whose search it maps them.
    :param weights_digest: Digest of the embedding model's weights: with other weights the adapter means nothing.
    :param pairs: How many it was trained on, those of the adapter that it goes on from included.
    :param pairs_digest: Digest of the last training's pairs, questions and passages.
    :param sources: Where the pairs came from, in the order of the trainings.
    :param recipe: How it was trained, the seed included.
    :param passages: Among how many passages it was trained.
    :param epochs: After how many epochs it was kept.
    :param gains: Measure to its gain on held-out questions.
    :param order: Feature to weight of the learned order (retrieval/adapters/order.py), if one was learned.
    :param order_gains: Measure to its gain over rank fusion of the two legs, on held-out questions.
    """

    model_config = ConfigDict(frozen=True)

    question_language: Language
    passage_language: Language
    model: str
    weights_digest: str
    dimension: int
    pairs: int
    pairs_digest: str
    passages: int
    sources: tuple[str, ...]
    recipe: dict[str, Any]
    epochs: int
    gains: dict[str, Gain]
    order: dict[str, float] | None = None
    order_gains: dict[str, Gain] | None = None

    @property
    def direction(self) -> tuple[str, str]:
        """The question's and the passages' language."""
        return (self.question_language, self.passage_language)
