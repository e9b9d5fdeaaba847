"""Which paths are for programs, and which for people."""

_API = ("/api", "/v1", "/gradio_api")


def is_api(path: str) -> bool:
    """Return whether a path is for programs: they are told what is wrong in JSON rather than sent a page."""
    return any(path == prefix or path.startswith(f"{prefix}/") for prefix in _API)
