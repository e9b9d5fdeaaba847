"""Tries are counted, within bounded memory."""

import pytest

from web.accounts.throttle import Throttle, address_key


class Clock:
    """A clock that a test moves."""

    now = 0.0

    def __call__(self) -> float:
        """Return the time."""
        return self.now


def test_so_many_tries_and_then_a_wait() -> None:
    clock = Clock()
    throttle = Throttle(3, 60.0, clock=clock)
    assert [throttle.take("anna") for _ in range(3)] == [0.0, 0.0, 0.0]
    clock.now = 20.0
    assert throttle.take("anna") == 40.0
    assert throttle.take("bo") == 0.0
    clock.now = 60.0
    assert throttle.take("anna") == 0.0


def test_waiting_is_not_made_longer_by_trying() -> None:
    clock = Clock()
    throttle = Throttle(2, 60.0, clock=clock)
    for second in range(60):
        clock.now = float(second)
        throttle.take("anna")
    clock.now = 61.0
    assert throttle.take("anna") == 0.0


def test_the_right_password_counts_from_zero() -> None:
    throttle = Throttle(1, 60.0, clock=Clock())
    throttle.take("anna")
    throttle.forget("anna")
    assert throttle.take("anna") == 0.0


def test_a_try_can_be_given_back() -> None:
    throttle = Throttle(2, 60.0, clock=Clock())
    for _ in range(5):
        assert throttle.take("office") == 0.0
        throttle.give_back("office")
    throttle.give_back("nobody")
    assert [throttle.take("office") > 0 for _ in range(3)] == [False, False, True]


def test_memory_is_bounded_and_the_busy_are_remembered() -> None:
    throttle = Throttle(2, 60.0, most_keys=100, clock=Clock())
    for number in range(5000):
        throttle.take("anna")
        throttle.take(f"nobody{number}")
        assert len(throttle) <= 100
    assert throttle.take("anna") > 0


@pytest.mark.parametrize(
    ("address", "key"),
    [
        ("192.0.2.7", "192.0.2.7"), ("2001:db8:1:2:3::4", "2001:db8:1:2::/64"), ("2001:db8:1:2::9", "2001:db8:1:2::/64"),
        ("::ffff:192.0.2.7", "192.0.2.7"), ("testclient", "unknown"), ("", "unknown"),
    ],
)  # fmt: skip
def test_a_network_of_ipv6_is_one_address(address: str, key: str) -> None:
    assert address_key(address) == key
