"""The accounts of a running app: who may come in, with what."""

import hmac
import logging
import os
import threading
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from retrieval.settings import Settings
from web.accounts.secrets import hash_password, hash_token, verify_password
from web.accounts.sessions import Session, Sessions
from web.accounts.throttle import PER_ADDRESS, PER_NAME, Throttle, address_key
from web.accounts.users import User, UsersFileError, clean_name, read_users

_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Login:
    """What came of a try.

    :param cookie: Of the new session; None if there is none.
    :param wait_s: After how many seconds the next try is allowed; 0.0 if at once.
    """

    cookie: str | None = None
    wait_s: float = 0.0


class Accounts:
    """The users of a file, followed as it changes: a user added or removed counts at once, without a restart.

    :param path: The users file.
    :param data_dir: Where sessions are kept.
    :raises FayanError: If the file cannot be used, or names nobody.
    """

    def __init__(self, path: Path, data_dir: Path) -> None:
        self._path, self._lock = path, threading.Lock()
        self._stamp = _stamp(path)
        self._users = read_users(path)
        if not self._users:
            raise UsersFileError(
                f"The users file {path} names nobody: add a user with `python -m web add-user NAME`, "
                "or unset FAYAN_USERS_FILE."
            )
        self.sessions = Sessions(data_dir)
        self._names, self._addresses = Throttle(PER_NAME), Throttle(PER_ADDRESS)
        self._nobody = hash_password(os.urandom(16).hex())  # an unknown name takes as long as a known one

    def users(self) -> Mapping[str, User]:
        """Return the users of this moment, by name."""
        stamp = _stamp(self._path)
        if stamp != self._stamp:
            with self._lock:
                self._reload(stamp)
        return self._users

    def _reload(self, stamp: object) -> None:
        if stamp == self._stamp:
            return
        try:
            self._users = read_users(self._path)
        except UsersFileError as error:
            _log.warning("%s Until it can be used, nobody is let in.", error)
            self._users = {}
        self._stamp = stamp  # last: who sees the new stamp must see the new users, not one who was removed

    def log_in(self, name: str, password: str, address: str) -> Login:
        """Try a password; takes a quarter of a second.

        :param address: Of the client.
        """
        try:
            name = clean_name(name)
        except ValueError:
            name = ""
        address = address_key(address)
        # an address that is held off does not count against the name: it could lock its owner out for ever
        if wait := self._addresses.take(address) or self._names.take(name):
            return Login(wait_s=wait)
        user = self.users().get(name)
        right = verify_password(password, user.password if user else self._nobody)
        if user is None or not right:
            return Login()
        self._names.forget(name)
        self._addresses.give_back(address)  # a whole office may come from one address
        return Login(self.sessions.issue(name, user))

    def session(self, cookie: str) -> Session | None:
        """Return the session of a cookie, if it is going on."""
        return self.sessions.read(cookie, self.users())

    def user_of_token(self, token: str) -> str | None:
        """Return the name of the user whose token this is."""
        hashed, found = hash_token(token), None
        for name, user in self.users().items():  # all of them, so that time tells nothing
            if hmac.compare_digest(hashed, user.token or ""):
                found = name
        return found


def open_accounts(settings: Settings) -> Accounts | None:
    """Return the accounts that the settings name, None if they name none.

    :raises FayanError: If the file cannot be used.
    """
    return Accounts(settings.users_file, settings.data_dir) if settings.users_file else None


def _stamp(path: Path) -> tuple[int, int, int] | None:
    try:
        status = path.stat()
    except OSError:
        return None
    return status.st_mtime_ns, status.st_size, status.st_ino
