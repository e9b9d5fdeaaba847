"""Twenty people at once: no error, and every answer is its question's."""

from eval.pairs import GOLD, load_gold
from eval.speed.load import Crowd, load_text, measure_load
from tests.web.site import Site

PEOPLE = 20


def test_twenty_people_get_their_own_answers(site: Site) -> None:
    questions = [pair.question for pair in load_gold(GOLD) if not pair.history]
    count = (
        3 + PEOPLE + PEOPLE // 2
    )  # all ask at once, then half of them beside one another; each answer is held to another
    wanted = questions[:: len(questions) // count][:count]
    result = measure_load(Crowd(site.url, PEOPLE, 0.2), wanted, 2, PEOPLE)
    assert result["errors"] == []
    assert result["mixed_up"] == []
    assert result["rows"]["burst"]["questions"] == PEOPLE
    assert result["rows"]["together"]["questions"] == PEOPLE // 2
    assert "every answer is its question's" in load_text(result)
