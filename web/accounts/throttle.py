"""Tries are counted, so that a password cannot be guessed by trying."""

import ipaddress
import time
from collections import OrderedDict, deque
from collections.abc import Callable
from threading import Lock

WINDOW_S = 15 * 60.0
PER_NAME = 10
PER_ADDRESS = 30
MOST_KEYS = 10_000
_V6_NETWORK = 64  # whoever has one IPv6 address has all of its network


class Throttle:
    """Allows so many tries a key within a window; the keys seen longest ago are forgotten when there are too many.

    :param tries: How many.
    :param window_s: Within so many seconds.
    :param most_keys: How many keys are remembered.
    :param clock: Seconds that only go forward.
    """

    def __init__(
        self,
        tries: int,
        window_s: float = WINDOW_S,
        most_keys: int = MOST_KEYS,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._tries, self._window_s, self._most_keys, self._clock = tries, window_s, most_keys, clock
        self._seen: OrderedDict[str, deque[float]] = OrderedDict()
        self._lock = Lock()

    def take(self, key: str) -> float:
        """Count a try; return 0.0 if it is allowed, else after how many seconds the next one is."""
        now = self._clock()
        with self._lock:
            times = self._seen.setdefault(key, deque())
            self._seen.move_to_end(key)
            while times and times[0] <= now - self._window_s:
                times.popleft()
            if len(times) >= self._tries:
                return times[0] + self._window_s - now
            times.append(now)
            while len(self._seen) > self._most_keys:
                self._seen.popitem(last=False)
            return 0.0

    def forget(self, key: str) -> None:
        """Count from zero: the password was right."""
        with self._lock:
            self._seen.pop(key, None)

    def give_back(self, key: str) -> None:
        """Take the last try back: it was a right one, but says nothing for the others."""
        with self._lock:
            if times := self._seen.get(key):
                times.pop()

    def __len__(self) -> int:
        return len(self._seen)


def address_key(address: str) -> str:
    """Return what an address is counted under: itself, or its network if it is of IPv6."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return "unknown"
    if isinstance(parsed, ipaddress.IPv4Address):
        return str(parsed)
    if parsed.ipv4_mapped:
        return str(parsed.ipv4_mapped)
    return str(ipaddress.ip_network(f"{parsed}/{_V6_NETWORK}", strict=False))
