"""A client who is told of by the surname alone: "Zhang sold 30 accounts when he was 17. Any reduction?" names no case of Zhang."""

import re
from collections.abc import Iterable

from retrieval.index import Index
from retrieval.reading.own_matter import asks_for_rule
from retrieval.references.find import Reference

_SURNAME = re.compile(r"[A-Z][a-z]+|[\u4e00-\u9fff]某{1,2}")
_DID_EN = r"(?:(?:has|had|have|is|was|also|just|only|then)\s+){0,2}(?:sold|sells?|selling|ran|runs?|running|used|uses|using|set|sets|built|builds|made|makes|earned|earns|shared|shares|wrote|rented|rents|bought|got|kept|\w+ed)\b"
_DID_ZH = r"[^，。？！,?!]{0,14}(?:卖|出售|销售|提供|用|翻墙|搭|开|做|帮|赚|获利)"
_OWN_EN = r"(?i:\b(?:client|my (?:friend|brother|sister|husband|wife|son|daughter|colleague|employee)))(?:,| called| named)? (?i:mrs?\.? |ms\.? )?"
_OWN_ZH = r"(?:我的?|我方|我们的?)?(?:当事人|客户|委托人|朋友)"
# what became of him, which only a decided case tells
_FATE = re.compile(
    r"\b(?:did|was|were|has|had)\s+(?:he|she|they|it|the court)\b|\bwhat happened\b|\b(?:the|his|her) (?:sentence|outcome|case|judge?ment|verdict)\b|\bhow (?:was|were|did)\b|\bwhy\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.?!;。？！；]+")
_CLAUSE = re.compile(r"[^,，.?!;。？！；]+")


def without_clients(text: str, references: Iterable[Reference], index: Index) -> list[Reference]:
    """Return the references without those to a case by a surname of whom the text tells facts as of a client.

    A case is called one, or by its place or number, or it is asked what became of the person.

    :param text: In Simplified characters and plain forms.
    """
    return [r for r in references if not (_is_bare(r, index) and _is_told(r.named or "", text))]


def _is_bare(reference: Reference, index: Index) -> bool:
    """Whether a reference is to decided cases by a surname alone."""
    if reference.article or not reference.named or not _SURNAME.fullmatch(reference.named):
        return False
    return any(index.authorities[name].kind.is_decision for name in reference.authorities)


def _is_told(name: str, text: str) -> bool:
    """Whether the text tells what a person did, and then asks for what the law says of it."""
    chinese = not name.isascii()
    done = _DID_ZH if chinese else r"\s+" + _DID_EN
    did = re.compile(rf"^\W*(?:(?i:and|so|but|mr|ms|mrs)\W+)?{name}{done}")
    if re.search(rf"{_OWN_ZH if chinese else _OWN_EN}{name}", text):
        return True
    pieces = (_CLAUSE if chinese else _SENTENCE).findall(text)
    at = next((n for n, piece in enumerate(pieces) if did.match(piece)), None)
    if at is None:
        return False
    if chinese:
        return any(asks_for_rule(piece, "zh") or "怎么判" in piece for piece in pieces[at + 1 :]) and "判了" not in text
    rest = " ".join(pieces[at + 1 :]).strip()
    return bool(rest) and not _FATE.search(rest)
