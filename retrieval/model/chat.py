"""The language model that the settings name, if any: any chat model that LangChain knows."""

import os

from langchain.chat_models import init_chat_model
from langchain_core.language_models import BaseChatModel
from langsmith import configure

from retrieval.errors import FayanError
from retrieval.settings import Settings

TIMEOUT_S = 60.0
NO_KEY = "none"  # local servers ask for a key and take any


def load_chat_model(settings: Settings, timeout_s: float = TIMEOUT_S) -> BaseChatModel | None:
    """Return the chat model, or None if none is configured.

    What it is asked goes to it alone: a LANGSMITH_TRACING that was set for other work would send privileged questions to
    a service that nobody has named here.

    :param timeout_s: How long to wait for a connection, and for each piece of an answer.
    :raises FayanError: If its package is missing or its name is not one that LangChain knows.
    """
    name = settings.chat_model
    if not name:
        return None
    configure(enabled=False)
    # a client that tries again waits as long as the provider says, a minute and more, while the quotations are at hand
    options: dict[str, object] = {"temperature": 0, "timeout": timeout_s, "max_retries": 0}
    if settings.chat_base_url:
        options["base_url"] = settings.chat_base_url
        if name.startswith("openai:") and not os.environ.get("OPENAI_API_KEY"):
            options["api_key"] = NO_KEY
    try:
        return init_chat_model(name, **options)
    except (ImportError, ValueError) as error:
        raise FayanError(f"FAYAN_CHAT_MODEL={name!r} cannot be used: {error}") from error
