"""Twenty people at once: no error, and every answer is its question's."""

from eval.gold import GOLD, load_gold
from eval.load import Crowd, load_text, measure_load
from tests.web.site import Site

PEOPLE = 20


def test_twenty_people_get_their_own_answers(site: Site) -> None:
    questions = [pair.question for pair in load_gold(GOLD) if not pair.history]
    wanted = questions[:: len(questions) // (2 * PEOPLE + 3)][: 2 * PEOPLE + 3]
    result = measure_load(Crowd(site.url, PEOPLE, 0.2), wanted, 2, PEOPLE)
    assert result["errors"] == []
    assert result["mixed_up"] == []
    assert result["rows"]["burst"]["questions"] == result["rows"]["together"]["questions"] == PEOPLE
    assert "every answer is its question's" in load_text(result)
