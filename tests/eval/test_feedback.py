import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eval.__main__ import main
from eval.feedback import drafts
from eval.pairs import Pair, read_gold, unfinished
from retrieval.settings import Settings
from retrieval.store.database import connect, transaction
from retrieval.store.feedback_row import FeedbackRow
from tests.eval.builders import answer, citation, pair, quoting

SECOND = "第二款有下列情形之一的：\n（一）第一项；\n（二）第二项。"


def row(**more: Any) -> FeedbackRow:
    """A thumb down for an answer that cites the law's third article, given on the day that it is about."""
    given = quoting(citation(1, SECOND, paragraph=2), citation(2, SECOND, paragraph=2, passage_id="law:3:en"))
    values: dict[str, Any] = {
        "id": "ab12cd34ef56", "created": "2026-11-24T10:00:00+00:00", "user": "li", "conversation": "c9", "message": "m9",
        "question": "第三条说什么？", "history": [], "language": "zh", "as_of": "2026-11-24",
        "answer": given.model_dump(mode="json"), "thumb": "down", "reasons": ["wrong_citation"], "comment": "应为第四条",
    }  # fmt: skip
    return FeedbackRow(**(values | more))


def test_a_thumb_down_leaves_the_right_answer_to_the_person() -> None:
    (draft,) = drafts([row()])
    assert (draft["id"], draft["question"], draft["as_of"]) == ("feedback-zh-ab12cd34", "第三条说什么？", None)
    assert (draft["authorities"], draft["answerable"], draft["cited"]) == ([], None, ["《法》第三条"] * 2)
    assert draft["feedback"] == [
        {
            "created": "2026-11-24T10:00:00+00:00",
            "thumb": "down",
            "reasons": ["wrong_citation"],
            "comment": "应为第四条",
        }
    ]
    assert unfinished(draft) == ["kind", "answerable", "why", "split", "authorities", "key_facts"]


def test_a_thumb_up_proposes_what_the_answer_cited_each_place_once() -> None:
    (draft,) = drafts([row(thumb="up", reasons=[], comment="")])
    assert draft["answerable"] is True
    assert draft["authorities"] == [{"id": "law", "article": "第三条", "paragraph": 2, "item": None}]


def test_a_decline_that_was_liked_keeps_its_reason() -> None:
    declined = answer("语料库没有相关内容。", declined=True, reason="out_of_scope").model_dump(mode="json")
    (draft,) = drafts([row(thumb="up", answer=declined)])
    assert (draft["answerable"], draft["reason"], draft["authorities"]) == (False, "out_of_scope", [])
    assert unfinished(draft) == ["kind", "why", "split"]


def test_another_date_than_the_day_s_is_kept() -> None:
    assert drafts([row(as_of="2015-06-30")])[0]["as_of"] == "2015-06-30"


def test_a_draft_does_not_say_who_gave_the_thumb() -> None:
    assert not {"li", "c9", "m9"} & set(json.dumps(drafts([row()]), ensure_ascii=False).replace('"', " ").split())


def test_one_draft_a_question_and_none_for_what_is_a_pair_already() -> None:
    turns = [{"role": "user", "content": "第二条？"}, {"role": "assistant", "content": "第二条说明范围。"}]
    rows = [row(), row(id="x2", question="第三条 说什么？", thumb="up"), row(id="x3", history=turns)]
    made = drafts(rows)
    assert [len(draft["feedback"]) for draft in made] == [2, 1]
    assert made[1]["history"] == turns
    assert [draft["history"] for draft in drafts(rows, [pair()])] == [turns]


def test_check_gold_refuses_a_draft_and_says_what_it_lacks(tmp_path: Path) -> None:
    path = tmp_path / "drafts.jsonl"
    path.write_text(json.dumps(drafts([row()])[0], ensure_ascii=False), encoding="utf-8")
    pairs, (fault,) = read_gold(path)
    assert not pairs
    assert fault.startswith("drafts.jsonl:1: feedback-zh-ab12cd34: is a draft, no pair: it lacks kind, answerable, why")
    assert fault.endswith("take out draft, to_finish, answer, cited, feedback")


def test_a_finished_draft_is_a_pair(tmp_path: Path) -> None:
    (draft,) = drafts([row(thumb="up")])
    finished = {name: value for name, value in draft.items() if name in Pair.model_fields}
    finished |= {"kind": "lookup", "why": "第三条第二款。", "split": "dev", "key_facts": [["第一项", "first item"]]}
    path = tmp_path / "pairs.jsonl"
    path.write_text(json.dumps(finished, ensure_ascii=False), encoding="utf-8")
    (made,), faults = read_gold(path)
    assert not faults
    assert made.authorities[0].paragraph == 2


@pytest.fixture
def judged(workspace: Callable[..., Settings]) -> Settings:
    """An app whose readers gave two thumbs."""
    own = workspace()
    given = row().answer
    connection = connect(own.database)
    with transaction(connection):
        connection.execute("INSERT INTO conversations VALUES ('c', 'li', 't', '2026-11-20', '2026-11-24')")
        for n, thumb in enumerate(("up", "down")):
            connection.execute(
                "INSERT INTO messages (id, conversation, question, asked, answer, searchable) VALUES (?, 'c', ?, ?, ?, '')",
                (f"m{n}", f"第{n + 3}条说什么？", f"2026-11-2{n}", json.dumps(given)),
            )
            connection.execute(
                "INSERT INTO feedback VALUES (?, ?, ?, ?, ?, ?, ?)",
                (f"f{n}", f"m{n}", f"2026-11-2{n}T10:00:00+00:00", "", thumb, '["not_in_force"]', "旧法"),
            )
    connection.close()
    return own


def test_the_command_writes_the_app_s_thumbs_as_drafts(
    judged: Settings, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "drafts.jsonl"
    assert main(["from-feedback", "--out", str(out)], judged) == 0
    assert "2 drafts of 2 thumbs" in capsys.readouterr().out
    made = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [draft["question"] for draft in made] == ["第3条说什么？", "第4条说什么？"]
    assert made[1]["history"][0] == {"role": "user", "content": "第3条说什么？"}
    assert made[1]["feedback"][0]["comment"] == "旧法"

    assert main(["from-feedback", "--out", str(out)], judged) == 1
    assert "is there already" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "questions"),
    [
        (["--thumb", "down"], ["第4条说什么？"]), (["--thumb", "up"], ["第3条说什么？"]),
        (["--since", "2026-11-21"], ["第4条说什么？"]), (["--since", "2026-12-01"], []),
    ],
)  # fmt: skip
def test_only_some_thumbs_can_be_taken(
    judged: Settings, tmp_path: Path, options: list[str], questions: list[str]
) -> None:
    out = tmp_path / "drafts.jsonl"
    assert main(["from-feedback", *options, "--out", str(out)], judged) == 0
    made = out.read_text(encoding="utf-8").splitlines() if out.exists() else []
    assert [json.loads(line)["question"] for line in made] == questions


def test_a_date_that_is_none_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        main(["from-feedback", "--since", "yesterday"])
    assert left.value.code == 2
    assert "yesterday" in capsys.readouterr().err
