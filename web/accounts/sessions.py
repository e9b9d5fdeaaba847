"""Sessions: a signed cookie that says who is logged in and until when, and the sessions that were ended before."""

import hashlib
import hmac
import os
import re
import secrets
import threading
import time
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from retrieval.errors import FayanError
from retrieval.private import write_whole
from web.accounts.users import User

LASTS_S = 12 * 3600  # a working day
_SECRET_BYTES = 32
_FORM = re.compile(r"1\.([A-Za-z0-9_-]{2,400})\.(\d{10,12})\.([0-9a-f]{32})\.([0-9a-f]{64})")


@dataclass(frozen=True)
class Session:
    """A session that is going on.

    :param user: The name of who is logged in.
    :param key: Random; names the session when it is ended.
    :param ends: Seconds since 1970.
    """

    user: str
    key: str
    ends: int


class Sessions:
    """Issues cookies and reads them.

    A password goes into the signature: with another one, all older cookies are void.

    :param folder: Where the secret and the ended sessions are kept, so that both outlive a restart.
    :raises FayanError: If the secret cannot be read or made.
    """

    def __init__(self, folder: Path) -> None:
        self._secret = _secret(folder / "session-secret")
        self._ended = EndedSessions(folder / "sessions-ended")

    def issue(self, name: str, user: User, now: float | None = None) -> str:
        """Return the cookie of a new session."""
        name_part = urlsafe_b64encode(name.encode()).decode().rstrip("=")
        head = f"1.{name_part}.{int(now or time.time()) + LASTS_S}.{secrets.token_hex(16)}"
        return f"{head}.{self._sign(head, user)}"

    def read(self, cookie: str, users: Mapping[str, User], now: float | None = None) -> Session | None:
        """Return the session of a cookie; None if it is not ours, over, ended, or of a password that was changed."""
        match = _FORM.fullmatch(cookie)
        if not match:
            return None
        try:
            name = urlsafe_b64decode(match[1] + "=" * (-len(match[1]) % 4)).decode()
        except ValueError:
            return None
        user = users.get(name)
        if user is None or not hmac.compare_digest(self._sign(cookie.rpartition(".")[0], user), match[4]):
            return None
        session = Session(name, match[3], int(match[2]))
        return session if session.ends > (now or time.time()) and session.key not in self._ended else None

    def end(self, session: Session) -> None:
        """Make a session's cookie void."""
        self._ended.add(session)

    def _sign(self, head: str, user: User) -> str:
        return hmac.new(self._secret, f"{head}\n{user.password}".encode(), hashlib.sha256).hexdigest()


class EndedSessions:
    """The sessions that were logged out of, until they would have been over anyway.

    :param path: A line a session: its key and its end.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, threading.Lock()
        self._ends: dict[str, int] = {}
        if path.is_file():
            for line in path.read_text(encoding="ascii", errors="replace").splitlines():
                key, _, ends = line.partition(" ")
                if ends.isdecimal():
                    self._ends[key] = int(ends)

    def add(self, session: Session) -> None:
        """Remember that a session was ended, and forget those that are over."""
        with self._lock:
            now = time.time()
            self._ends = {key: ends for key, ends in self._ends.items() if ends > now} | {session.key: session.ends}
            content = "".join(f"{key} {ends}\n" for key, ends in self._ends.items())
            write_whole(self._path, content.encode("ascii"))

    def __contains__(self, key: str) -> bool:
        return key in self._ends


def _secret(path: Path) -> bytes:
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        try:
            with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
                file.write(secrets.token_bytes(_SECRET_BYTES))
        except FileExistsError:
            os.chmod(path, 0o600)
        secret = path.read_bytes()
    except OSError as error:
        raise FayanError(f"The secret of the sessions {path} cannot be used ({error.strerror}).") from error
    if len(secret) < _SECRET_BYTES:
        raise FayanError(f"The secret of the sessions {path} is cut off: remove it, and everybody logs in once more.")
    return secret
