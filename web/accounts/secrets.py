"""Passwords and tokens as they are kept: scrypt for what people choose, SHA-256 for what is random."""

import hashlib
import hmac
import re
import secrets
import unicodedata
from base64 import b64decode, b64encode

MIN_PASSWORD = 8
MAX_PASSWORD = 1024
TOKEN_PREFIX = "fayan_"
_COST, _BLOCK, _LANES = 2**15, 8, 3  # 32 MB and a quarter of a second on a common processor
_LIMIT = 256 * 1024 * 1024  # what a file may ask for at most
_SALT_BYTES, _KEY_BYTES = 16, 32
_HASH = re.compile(r"scrypt\$(\d{1,8})\$(\d{1,3})\$(\d{1,3})\$([A-Za-z0-9+/]{16,}={0,2})\$([A-Za-z0-9+/]{43}=)")
_TOKEN_HASH = re.compile(r"sha256\$[0-9a-f]{64}")


def hash_password(password: str) -> str:
    """Return `scrypt$N$r$p$salt$key`, salt and key in base64."""
    salt = secrets.token_bytes(_SALT_BYTES)
    key = _derive(password, salt, _COST, _BLOCK, _LANES)
    return f"scrypt${_COST}${_BLOCK}${_LANES}${b64encode(salt).decode()}${b64encode(key).decode()}"


def verify_password(password: str, kept: str) -> bool:
    """Return whether a password is the one that was hashed; takes as long either way."""
    cost, block, lanes, salt, key = _parse(kept)
    return hmac.compare_digest(_derive(password, salt, cost, block, lanes), key)


def is_password_hash(text: str) -> bool:
    """Return whether a text is a hash that `verify_password` can work with."""
    try:
        _parse(text)
    except ValueError:
        return False
    return True


def _parse(kept: str) -> tuple[int, int, int, bytes, bytes]:
    match = _HASH.fullmatch(kept)
    if not match:
        raise ValueError("not a scrypt hash")
    cost, block, lanes = (int(number) for number in match.groups()[:3])
    if cost < 2 or cost & (cost - 1) or not block or not lanes or 128 * block * (cost + lanes) > _LIMIT:
        raise ValueError("scrypt parameters out of range")
    return cost, block, lanes, b64decode(match[4], validate=True), b64decode(match[5], validate=True)


def _derive(password: str, salt: bytes, cost: int, block: int, lanes: int) -> bytes:
    # the same letters typed on another keyboard may be other code points
    text = unicodedata.normalize("NFKC", password).encode("utf-8", "surrogatepass")
    return hashlib.scrypt(text, salt=salt, n=cost, r=block, p=lanes, maxmem=2 * _LIMIT, dklen=_KEY_BYTES)


def new_token() -> str:
    """Return a token for the HTTP routes: 256 random bits."""
    return TOKEN_PREFIX + secrets.token_urlsafe(32)


def hash_token(token: str) -> str:
    """Return a token as it is kept; it is too random to be guessed, so a quick hash is enough."""
    return "sha256$" + hashlib.sha256(token.encode("utf-8", "surrogatepass")).hexdigest()


def is_token_hash(text: str) -> bool:
    """Return whether a text is a token's hash."""
    return bool(_TOKEN_HASH.fullmatch(text))
