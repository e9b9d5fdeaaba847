"""Conversations to be exported: repeated numbers, a table, hostile text, an authority that is not held."""

from tests.web.transcripts.samples import QUOTE, make_citation
from tests.web.transcripts.stored import make_reply
from web.transcripts.conversation import Conversation, Message
from web.transcripts.sources import Changed

HOSTILE = '<b>x</b> & "y" [^9] **z** ![p](http://x.example/q.png) 3~5年\x0b\x00 =cmd()'
TABLE = "| 数额 | 起点 |\n| --- | --- |\n| 30,000元 | 5,000元以上[1]；25,000元以上[1][2] |"
LIST = "一人被罚款：\n- 马某\n- *李*某"
TEXT = f"{TABLE}\n\n{LIST}\n\n《某法》第三条：“{QUOTE}” [1]\n\n{HOSTILE} [3] [7]"
ASKED = "2026-11-24T08:05:00.000+00:00"


def make_conversation() -> Conversation:
    """Return a conversation of two answers, the second one stopped."""
    missing = make_citation(
        3, passage_id=None, kind=None, text="", quote="", start=None, end=None, label="《无此法》第一条", number=None,
        checks={"exists": "fail", "in_force": "unknown", "verbatim": "fail", "supported": "fail"},
    )  # fmt: skip
    second = make_citation(2, label="《某法》第三条第二款", quote="第一款。", start=0, end=4)
    reply = make_reply(TEXT, make_citation(), second, missing)
    changed = {"law:1:zh": Changed(("removed",))}
    answered = Message("a1", "c1", f"违法所得30000元？{HOSTILE}", ASKED, reply=reply, changed=changed)
    return Conversation(
        "c1", "翻墙软件案", ASKED, ASKED, [answered, Message("b2", "c1", "And?", ASKED, "half an answ [1]")]
    )
