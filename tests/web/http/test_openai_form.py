"""OpenAI's form, asked by its own client."""

import httpx
import openai
import pytest
from openai import OpenAI

from tests.web.site import PATIENCE_S, Site

QUESTION = "What four charges did the Zhu case in Jingzhou go through?"
MESSAGES = [{"role": "system", "content": "Always answer in French."}, {"role": "user", "content": QUESTION}]


@pytest.fixture
def api(site: Site) -> OpenAI:
    """The real client."""
    return OpenAI(base_url=f"{site.url}/v1", api_key="none", timeout=PATIENCE_S, max_retries=0)


def test_the_models_are_listed(api: OpenAI) -> None:
    assert [model.id for model in api.models.list()] == ["fayan"]
    assert api.models.retrieve("fayan").id == "fayan"


def test_an_answer_in_one_piece(api: OpenAI, client: httpx.Client) -> None:
    given = api.chat.completions.create(model="fayan", messages=MESSAGES, temperature=0.3, seed=1, max_tokens=5)
    (choice,) = given.choices
    own = client.post("/api/chat", json={"question": QUESTION}).json()
    assert choice.message.content == own["answer"]
    assert choice.finish_reason == "stop"
    assert given.object == "chat.completion"
    assert given.model == "fayan"
    assert given.usage.total_tokens == given.usage.prompt_tokens + given.usage.completion_tokens > 0
    assert given.model_extra["citations"] == own["citations"]


def test_a_streamed_answer_is_the_same_answer(api: OpenAI) -> None:
    whole = api.chat.completions.create(model="fayan", messages=MESSAGES)
    chunks = list(api.chat.completions.create(model="fayan", messages=MESSAGES, stream=True))
    assert chunks[0].choices[0].delta.role == "assistant"
    pieces = [chunk.choices[0].delta.content for chunk in chunks if chunk.choices[0].delta.content]
    assert len(pieces) > 1
    assert "".join(pieces) == whole.choices[0].message.content
    assert [chunk.choices[0].finish_reason for chunk in chunks] == [None] * (len(chunks) - 1) + ["stop"]
    assert chunks[-1].model_extra["citations"] == whole.model_extra["citations"]
    assert {chunk.object for chunk in chunks} == {"chat.completion.chunk"}
    assert len({chunk.id for chunk in chunks}) == 1


def test_the_usage_comes_last_when_it_is_asked_for(api: OpenAI) -> None:
    options = {"include_usage": True}
    *_, last = api.chat.completions.create(model="fayan", messages=MESSAGES, stream=True, stream_options=options)
    assert last.choices == []
    assert last.usage.completion_tokens > 0
    assert last.model_extra["citations"]


def test_the_stream_ends_with_done(client: httpx.Client) -> None:
    body = {"model": "fayan", "messages": MESSAGES, "stream": True}
    response = client.post("/v1/chat/completions", json=body)
    assert response.headers["content-type"].startswith("text/event-stream")
    assert response.text.endswith("\n\ndata: [DONE]\n\n")


def test_the_conversation_is_the_history_and_parts_are_joined(api: OpenAI, client: httpx.Client) -> None:
    first, reply = "刑法第二百八十五条第三款规定了什么？", "提供程序、工具。"
    messages = [
        {"role": "user", "content": first}, {"role": "assistant", "content": reply},
        {"role": "user", "content": [{"type": "text", "text": "那单位"}, {"type": "text", "text": "犯罪呢？"}]},
    ]  # fmt: skip
    given = api.chat.completions.create(model="fayan", messages=messages)
    history = [{"role": "user", "content": first}, {"role": "assistant", "content": reply}]
    own = client.post("/api/chat", json={"question": "那单位\n犯罪呢？", "history": history}).json()
    assert given.choices[0].message.content == own["answer"]


def test_another_model_does_not_exist(api: OpenAI) -> None:
    with pytest.raises(openai.NotFoundError) as caught:
        api.chat.completions.create(model="gpt-nothing", messages=MESSAGES)
    assert caught.value.code == "model_not_found"


@pytest.mark.parametrize(
    "body",
    [
        {}, {"messages": []}, {"messages": "hello"}, {"messages": [1]}, {"messages": [{"role": "user"}]},
        {"messages": [{"role": "system", "content": "x"}]}, {"messages": [{"role": "robot", "content": "x"}]},
        {"messages": [{"role": "user", "content": 5}]}, {"messages": [{"role": "user", "content": "x" * 8001}]},
        {"messages": [{"role": "user", "content": [{"type": "image_url", "image_url": {"url": "http://x.example"}}]}]},
        {"messages": [{"role": ["user"], "content": "x"}]}, {"messages": MESSAGES, "stream": "yes"}, [],
    ],
)  # fmt: skip
def test_odd_input_gets_openais_error(client: httpx.Client, body: object) -> None:
    response = client.post("/v1/chat/completions", json=body)
    assert response.status_code in (400, 422)
    error = response.json()["error"]
    assert error.keys() == {"message", "type", "param", "code"}
    assert error["message"].endswith(".")
    assert error["type"] == "invalid_request_error"
