"""An airport of the trade is a VPN service; one where people fly stays."""

import pytest

from retrieval.words.trade_words import without_trade_words


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("he ran an airport for two years", "he ran a paid VPN service for two years"),
        ("sub-agent of an airport", "sub-agent of a paid VPN service"),
        ("compare airports before buying a plan", "compare paid VPN services before buying a plan"),
        ("is he guilty for his own airport with 60 users", "is he guilty for his own paid VPN service with 60 users"),
        ("convicted for an airport (机场)?", "convicted for a paid VPN service (机场)?"),
    ],
)
def test_the_trade_s_airport(said: str, meant: str) -> None:
    assert without_trade_words(said) == meant


@pytest.mark.parametrize(
    "text",
    [
        "",
        "arrested at the airport for selling a VPN",
        "he flew a drone over an airport and ran away",
        "police took my phone at Pudong Airport, I use a VPN",
        "a crowd blocked an airport terminal",
        "is the airport far",
    ],
)
def test_a_real_airport(text: str) -> None:
    assert without_trade_words(text) == text
