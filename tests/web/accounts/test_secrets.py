"""Passwords and tokens as they are kept."""

import hashlib
from base64 import b64encode

import pytest

from web.accounts.secrets import (
    TOKEN_PREFIX,
    hash_password,
    hash_token,
    is_password_hash,
    is_token_hash,
    new_token,
    verify_password,
)


def test_only_the_password_itself_fits_its_hash() -> None:
    kept = hash_password("correct horse 马")
    assert verify_password("correct horse 马", kept)
    for wrong in ("correct horse", "Correct horse 马", "", "correct horse 马 "):
        assert not verify_password(wrong, kept)
    assert "correct" not in kept


def test_equal_passwords_have_other_hashes() -> None:
    assert hash_password("correct horse") != hash_password("correct horse")


def test_a_hash_costs_who_guesses() -> None:
    """The other tests make hashes that cost next to nothing."""
    _, cost, block, lanes, *_ = hash_password("correct horse").split("$")
    assert 128 * int(cost) * int(block) >= 32 * 1024 * 1024  # bytes
    assert int(lanes) >= 3


def test_the_same_letters_from_another_keyboard_fit() -> None:
    assert verify_password("cafe\u0301 １２３", hash_password("caf\u00e9 123"))


def test_a_hash_of_other_parameters_is_read() -> None:
    """The parameters stand in the hash: they may rise later, and older hashes still fit."""
    salt = b"0123456789abcdef"
    key = hashlib.scrypt(b"older", salt=salt, n=1024, r=4, p=1, dklen=32)
    kept = f"scrypt$1024$4$1${b64encode(salt).decode()}${b64encode(key).decode()}"
    assert verify_password("older", kept)
    assert not verify_password("newer", kept)


@pytest.mark.parametrize(
    "text",
    [
        "", "secret", "bcrypt$12$abc", "scrypt$1000$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + "A" * 43 + "=",
        "scrypt$99999999$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + "A" * 43 + "=",
        "scrypt$67108864$8$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + "A" * 43 + "=", "scrypt$1024$0$1$MDEyMzQ1Njc4OWFiY2RlZg==$" + "A" * 43 + "=",
    ],
)  # fmt: skip
def test_what_is_no_hash_is_known(text: str) -> None:
    assert not is_password_hash(text)


def test_tokens_are_long_random_and_kept_hashed() -> None:
    one, other = new_token(), new_token()
    assert one != other
    assert one.startswith(TOKEN_PREFIX)
    assert len(one) >= 48
    assert is_token_hash(hash_token(one))
    assert one not in hash_token(one)
    assert not is_token_hash(one)
