"""Why a language model gave no answer, in the reader's words: what is wrong, and what to do."""

from prompts import say
from retrieval.errors import FayanError

_BY_STATUS = {401: "key", 403: "key", 404: "unknown", 408: "silent", 413: "too_much", 429: "busy", 504: "silent"}


class ModelError(FayanError):
    """The language model did not answer as it should.

    :param fault: Names the sentence for the reader: `model_` and this word.
    :param values: What that sentence is filled with.
    """

    def __init__(self, fault: str, **values: object) -> None:
        self.fault, self._values = fault, values
        super().__init__(self.why("en"))

    def why(self, language: str) -> str:
        """Return what is wrong and what to do, as words that fit into a sentence."""
        return say(language, f"model_{self.fault}", **self._values)


def provider_error(error: Exception) -> ModelError:
    """Return what an error of a provider's client means; each client has errors of its own, with the same few signs."""
    if any("timeout" in kind.__name__.lower() for kind in type(error).__mro__):
        return ModelError("silent")
    response = getattr(error, "response", None)
    status = getattr(error, "status_code", None) or getattr(response, "status_code", None)
    if not isinstance(status, int) or status < 400:
        unreached = any(kind.__name__ in _UNREACHED for kind in type(error).__mro__)
        return ModelError("unreached" if unreached else "unreadable")
    if status == 429 and (seconds := str(getattr(response, "headers", {}).get("retry-after", ""))).isdecimal():
        return ModelError("busy_for", seconds=seconds)
    return ModelError(_BY_STATUS.get(status, "broken" if status >= 500 else "too_much"), status=status)


_UNREACHED = frozenset(["ConnectionError", "APIConnectionError", "TransportError", "NetworkError"])
