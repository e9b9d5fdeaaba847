from pathlib import Path

from eval.ablate import ALL, SHOWN, UNTRAINED, WITHOUT_ADAPTERS, ablate, ablation_markdown, ablation_rows
from eval.pairs import Pair
from retrieval.index import Index
from retrieval.ranking.legs import LEGS
from retrieval.settings import Settings
from tests.eval.builders import pair
from tests.support import run_module

ASKED = pair(
    question="刑法第二百八十五条第三款",
    authorities=[{"id": "criminal-law", "article": "第二百八十五条", "paragraph": 3}],
)


def test_the_leg_that_finds_a_reference_is_missed(index: Index) -> None:
    found = ablate([ASKED], index, ("reference",), progress=False)
    assert list(found) == [ALL, "without reference", WITHOUT_ADAPTERS, UNTRAINED]
    assert found[ALL]["R@10, zh"] == [1.0]
    assert found[ALL]["RR@10"] == [1.0]
    header, rows = ablation_rows(found)
    assert header[: len(SHOWN) + 2] == ["legs", *SHOWN, "R@10, zh"]
    assert rows[0][-1] == ""
    assert rows[1][-1].startswith(("-", "+"))


def test_the_page_says_what_it_was_measured_on(index: Index) -> None:
    page = ablation_markdown(ablate([ASKED], index, (), progress=False), {"index": index.index_id})
    assert index.index_id in page
    assert "1 answerable questions" in page


def test_the_command_has_a_line_for_every_leg(
    index: Index, small_pairs: list[Pair], settings: Settings, tmp_path: Path
) -> None:
    gold, out = tmp_path / "gold.jsonl", tmp_path / "legs.md"
    gold.write_text(small_pairs[0].model_dump_json(), encoding="utf-8")
    done = run_module("eval", "ablate", "--gold", gold, "--out", out, settings=settings)
    assert done.returncode == 0, done.stderr
    for leg in LEGS:
        assert f"without {leg}" in done.stdout
        assert f"| without {leg} |" in out.read_text(encoding="utf-8")
