"""A language model as judge of answers: what it is shown, what it says, and what it has said already."""

import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from pathlib import Path

from langchain_core.language_models import BaseChatModel
from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage
from pydantic import ValidationError
from tqdm import tqdm

from eval.judges.labelled import Judged, Verdict
from prompts import text_of
from retrieval.answer.written.fence import fenced
from retrieval.errors import FayanError

AT_ONCE = 4  # questions to the model at a time
_OBJECT = re.compile(r"\{[^{}]*\}")


def messages(judged: Judged) -> list[BaseMessage]:
    """Return what the model is sent: the rules, and as data the question, the notes on the right answer, the answer."""
    history = "\n".join(f"{turn.role}: {turn.content}" for turn in judged.history)
    facts = "\n".join(f"- {' / '.join(fact)}" for fact in judged.key_facts)
    right = (
        f"{judged.why}\n{facts}".strip() if judged.answerable else f"must be declined: {judged.reason}\n{judged.why}"
    )
    parts = {"conversation": history, "question": judged.question, "right_answer": right, "answer": judged.answer}
    blocks = [f"<{tag}>\n{fenced(text)}\n</{tag}>" for tag, text in parts.items() if text]
    asked = f"as_of: {judged.as_of}\n\n" + "\n\n".join(blocks)
    return [SystemMessage(text_of(f"judge-{judged.language}")), HumanMessage(asked)]


def read_verdict(text: str) -> Verdict | None:
    """Return the verdict that a reply holds, the last one if there are several; None if it holds none."""
    for match in reversed(_OBJECT.findall(text)):
        try:
            return Verdict.model_validate_json(match)
        except ValidationError:
            continue
    return None


def judge(
    model: BaseChatModel, name: str, rows: Sequence[Judged], kept: Path, progress: bool = True
) -> list[Verdict | None]:
    """Return the model's verdict on each answer; None where its reply held none.

    :param name: The model's name: what it says is kept under it.
    :param kept: A .jsonl file for its replies, so that what was paid for once is not asked again.
    :raises FayanError: If the model cannot be reached; what it had said by then is kept.
    """
    asked = [messages(row) for row in rows]
    keys = [_key(name, one) for one in asked]
    replies = _read_replies(kept)
    missing = [at for at, key in enumerate(keys) if key not in replies]
    kept.parent.mkdir(parents=True, exist_ok=True)
    with kept.open("a", encoding="utf-8") as file, tqdm(
        total=len(missing), desc="Verdicts", unit="answer", disable=not progress or not missing
    ) as bar:  # fmt: skip
        for at, reply in _replies(model, [asked[at] for at in missing]):
            place = missing[at]
            if isinstance(reply, Exception):
                why = f"{type(reply).__name__}: {str(reply)[:300]}"
                raise FayanError(
                    f"The judge {name} gave no verdict on {rows[place].id} ({why}). What it has said is kept in {kept}: "
                    "run the command again, and it goes on from there."
                ) from reply
            replies[keys[place]] = str(reply.text)
            file.write(json.dumps({"key": keys[place], "reply": str(reply.text)}, ensure_ascii=False) + "\n")
            file.flush()
            bar.update()
    return [read_verdict(replies[key]) for key in keys]


def _replies(
    model: BaseChatModel, asked: Sequence[list[BaseMessage]]
) -> Iterator[tuple[int, BaseMessage | BaseException]]:
    """Yield place and reply, a few at a time, so that a failure ends it soon; failures last of their few."""
    for begin in range(0, len(asked), AT_ONCE):
        few = list(asked[begin : begin + AT_ONCE])
        found = list(enumerate(model.batch(few, {"max_concurrency": AT_ONCE}, return_exceptions=True)))
        found.sort(key=lambda one: isinstance(one[1], BaseException))
        yield from ((begin + at, reply) for at, reply in found)


def _key(name: str, asked: Sequence[BaseMessage]) -> str:
    return hashlib.sha256("\n".join([name, *(str(message.content) for message in asked)]).encode()).hexdigest()[:24]


def _read_replies(kept: Path) -> dict[str, str]:
    """What was said before; a last line that a kill cut off was not said."""
    replies: dict[str, str] = {}
    for line in kept.read_text(encoding="utf-8").splitlines() if kept.is_file() else []:
        try:
            row = json.loads(line)
        except ValueError:
            continue
        replies[row["key"]] = row["reply"]
    return replies
