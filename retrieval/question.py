"""What a question says: language, references, terms, date, and what it carries over from the turns before."""

from dataclasses import dataclass, replace
from datetime import date

from retrieval.cases.asked_of_all import lists_cases
from retrieval.cases.told_case import told_by_figure
from retrieval.dates.reading import Dated
from retrieval.dates.spelt import is_of_a_text, without_dates
from retrieval.index import Index
from retrieval.language import detect_language
from retrieval.reading.bare_articles import of_topic_s_laws
from retrieval.reading.bare_paragraphs import of_the_article_before
from retrieval.reading.bare_why import is_bare_why, question_before
from retrieval.reading.basis_of_fine import with_ban_asked
from retrieval.reading.carried_date import (
    carried_date,
    dates_not_read,
    dates_of,
    decision_before,
    gives_only_a_date,
    law_to_come,
    with_decision,
)
from retrieval.reading.charges import bare_references, charges_in
from retrieval.reading.documents import of_documents, only_in_these
from retrieval.reading.follow_up import Before, look_back, named_cases
from retrieval.reading.held import fitted, suggestion
from retrieval.reading.in_language import in_language
from retrieval.reading.later_crimes import later_crimes
from retrieval.reading.law_in_time import asks_which_law_applies
from retrieval.reading.normal_form import as_meant
from retrieval.reading.older_text import last_day_of_older
from retrieval.reading.one_of_two import one_of_two
from retrieval.reading.own_matter import asks_why, compares
from retrieval.reading.pointing_back import points_back
from retrieval.reading.returning import returned
from retrieval.reading.spoken_of import (
    before_the_same,
    case_before,
    case_spoken_of,
    cases_before,
    cases_named,
    last_asked,
)
from retrieval.reading.told_client import without_clients
from retrieval.reading.use_as_crime import as_asked
from retrieval.references.case_numbers import without_numbers
from retrieval.references.find import Reference, find_references
from retrieval.request import Request, Turn
from retrieval.words.glossary import Term

_ONE_ASKED = 2  # messages: a question and its answer


@dataclass(frozen=True)
class Question:
    """A question that was read.

    :param text: As asked, in Simplified characters and plain forms, English words rightly spelt.
    :param in_one_language: The text with what it points back to, foreign names of terms by those in its language. A
        sentence with `qubao houshen` or `bail` amid another language lies far from what answers it.
    :param undated: The same without its dates, unless it speaks of texts: a year brings the texts that have it in their title.
    :param context: The earlier question that this one points back to, or an empty text.
    :param earlier: The questions that make up the context, the oldest first.
    :param opening: How the answer to that one begins.
    :param cited: The places that the answer names.
    :param terms: The glossary's terms in it and in the context.
    :param own_terms: Only those in the question itself.
    :param references: The places that it names, or those of the turns before if it points back.
    :param own_references: Only those that it names itself.
    :param today: The day that counts as today.
    :param as_of: The date asked about.
    :param begin: The first day of the time asked about, of which that date is the last; None where none is told.
    :param whole_year: Whether that date stands for a year.
    :param date_said: The words of that date, if they may be meant otherwise.
    :param dates_unread: What looks like a date and was not read as one.
    :param decided: The date of the judgment or penalty, where the question tells it from that of the conduct.
    :param is_decision: Whether the date asked about is only that of a judgment or penalty.
    :param date_carried: Whether the date asked about is that of an earlier question.
    :param of_older_text: Whether the date asked about is the last day of a law's text before today's.
    :param decision_before: The date of a decision in an earlier question, where no date is asked about: the law of today is
        quoted then.
    :param law_to_come: The year, yet to come, whose law it asks about or in which it supposes the law to change.
    :param only_dated: Whether it says nothing but a date: the question before is asked again, of another day.
    """

    request: Request
    text: str
    in_one_language: str
    language: str
    answer_language: str
    today: date
    as_of: date
    undated: str = ""
    context: str = ""
    earlier: tuple[str, ...] = ()
    opening: str = ""
    cited: tuple[Reference, ...] = ()
    references: tuple[Reference, ...] = ()
    own_references: tuple[Reference, ...] = ()
    terms: tuple[Term, ...] = ()
    own_terms: tuple[Term, ...] = ()
    dated: bool = False
    begin: date | None = None
    whole_year: bool = False
    date_said: str = ""
    dates_unread: tuple[str, ...] = ()
    decided: date | None = None
    decided_whole_year: bool = False
    is_decision: bool = False
    date_carried: bool = False
    of_older_text: bool = False
    decision_before: Dated | None = None
    law_to_come: int | None = None
    only_dated: bool = False

    @property
    def understood(self) -> str:
        """The question with what it points back to."""
        return f"{self.context} {self.text}".strip()

    @property
    def names_subject(self) -> bool:
        """Whether it uses a term of what the corpus is about."""
        return any(term.subject for term in self.terms)

    def names_in(self, language: str, own: bool = False) -> list[str]:
        """Return the names in one language of the terms that the question uses.

        :param own: Leave out the terms of the earlier question that it points back to.
        """
        names: dict[str, None] = {}
        for term in self.own_terms if own else self.terms:
            first, others = (term.zh, term.zh_other) if language == "zh" else (term.en, term.en_other)
            names.update(dict.fromkeys(name for name in (first, *others[:2]) if name))
        return list(names)


def read_question(request: Request, index: Index, today: date) -> Question:
    """Read a question.

    :param today: The date asked about when neither the request nor the question has one.
    """
    request = returned(in_language(request))
    text = as_meant(request.question, index)
    if again := _asked_again(text, request, index):
        return read_question(again, index, today)
    language = detect_language(without_numbers(text))
    text = as_asked(with_ban_asked(text, language, last_asked(request.history, index)), language)
    history = before_the_same(request)
    before, own = _named(text, language, request, history, index)
    request = only_in_these(own, request, index)
    own = [*own, *(perhaps for r in own if (perhaps := suggestion(r, index)))]
    dated = dates_of(text, index, today)
    carried = carried_date(text, history, index, today) if not dated or dated.is_decision else None
    if carried:
        dated = with_decision(dated, carried) if dated else carried
    older = None if dated or request.as_of else last_day_of_older(text, before.references, index)
    dated = Dated(older, older, whole_year=False) if older else dated
    own += later_crimes(text, own, dated.day, today, index) if dated and not dated.is_decision else []
    question = Question(
        request=request, text=text, in_one_language=text, language=language, earlier=before.questions, opening=before.answer,
        cited=before.cited, answer_language=request.language or language, today=today,
        references=_referred(text, own, before, history, index), own_references=tuple(own),
        own_terms=tuple(index.glossary.find(text)), as_of=request.as_of or (dated.day if dated else today),
        dated=bool(request.as_of or dated), dates_unread=() if request.as_of else dates_not_read(text, index),
        decided=dated.decided if dated else None, decided_whole_year=bool(dated and dated.decided_whole_year),
        of_older_text=older is not None,
        decision_before=decision_before(text, history, index, today) if not (dated or request.as_of) else None,
        law_to_come=law_to_come(text, index, today),
        only_dated=bool(before.questions) and gives_only_a_date(text, index, today),
    )  # fmt: skip
    if dated and not request.as_of:  # the date of the request is a day, and said in no words
        question = replace(
            question, begin=dated.begin, whole_year=dated.whole_year, date_said="" if carried else dated.said,
            is_decision=dated.is_decision, date_carried=bool(carried),
        )  # fmt: skip
    return beside(before.question, question, index)


def _asked_again(text: str, request: Request, index: Index) -> Request | None:
    """The question before, where one asks for nothing but the reason of a rule: it has none but its words and what explains it."""
    if not is_bare_why(text) or case_spoken_of(request.history[-_ONE_ASKED:], index):
        return None
    asked = question_before(request.history)
    if asked is None or is_bare_why(asked.question):
        return None
    return replace(request, question=asked.question, history=asked.history)


def _named(
    text: str, language: str, request: Request, history: tuple[Turn, ...], index: Index
) -> tuple[Before, list[Reference]]:
    """What a question takes from the turns before it, and the places that it names itself."""
    own = without_clients(text, find_references(text, index.registry), index)
    before = Before()
    # a list of cases that says itself which ones is read by itself, whatever was spoken of before
    if history and points_back(text, language, own, index) and not lists_cases(text, language):
        before = look_back(text, history, index)
        own = without_clients(text, find_references(text, index.registry, before.authorities, before.named), index)
        own = own or of_the_article_before(text, before.references, before.cited, before.question)
    if history and not named_cases(own, index):
        own = [*one_of_two(text, cases_named(history, index), index), *own]
    own = own or told_by_figure(text, index)
    own = [of_documents(reference, request.documents, index) for reference in own]
    own = of_topic_s_laws(own, text, language, index)
    return before, [fitted(reference, index) for reference in (*own, *bare_references(text, own, index))]


def _referred(
    text: str, own: list[Reference], before: Before, history: tuple[Turn, ...], index: Index
) -> tuple[Reference, ...]:
    """What a question names, with the case before where it is compared with that or asked why; else what was named before."""
    if named_cases(own, index) and compares(text):
        return (*own, *case_before(history, index))
    if len(cases := cases_before(text, history, index)) > 1:
        return (*own, *cases)
    why = asks_why(text) and not named_cases(own, index)
    if why and charges_in(text, own, index) and (case := case_spoken_of(history, index)):
        return (*own, *case)
    return tuple(own) or before.references


def beside(context: str, question: Question, index: Index) -> Question:
    """Return the question read beside a text."""
    understood = f"{context} {question.text}".strip()
    named = [(m.start, m.end) for m in index.registry.mentions(understood)]
    in_one_language = index.glossary.name_in(understood, question.language, named)
    masked = [(m.start, m.end) for m in index.registry.mentions(in_one_language)]
    # of two dates it is asked how far apart they are; by a date a text may be called, unless it is asked which one applies
    of_a_text = is_of_a_text(understood) and not asks_which_law_applies(understood)
    dates_count = bool(question.decided) or of_a_text
    undated = in_one_language if dates_count else without_dates(in_one_language, masked)
    return replace(
        question, context=context, in_one_language=in_one_language, undated=undated,
        terms=tuple(index.glossary.find(understood)),
    )  # fmt: skip
