"""What somebody earns is told by one word, whichever he used."""

import pytest

from retrieval.words.everyday_words import without_everyday_words


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("卖VPN挣了两万", "卖VPN赚了两万"),
        ("净挣8000元，挣的钱都花了", "净赚8000元，赚的钱都花了"),
        ("挣扎了很久，他挣脱了手铐", "挣扎了很久，他挣脱了手铐"),
        ("", ""),
    ],
)
def test_what_is_earned(said: str, meant: str) -> None:
    assert without_everyday_words(said) == meant
