"""Does a sentence deny what its passage says, or affirm what that denies? Shared words alone cannot tell.

Nothing is understood here: a clause that denies is held against the clauses of the passage that share its words. What cannot be
told is `unknown`, never `pass`.
"""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, pairwise

from retrieval.language import detect_language
from retrieval.quotations import Quotation
from retrieval.result import Outcome
from retrieval.words.tokens import tokenize

# that something is not so; not what is a part of a term, 非法, 不满, 没收, or a bound, 不超过, not more than
_NOT = re.compile(
    r"(?<![并是除])非(?![法经常])|并[非未不]|不(?![满法论仅但管同特定良正当动服履改超低少高多足到得已]|是否|得不|起诉(?:决定)?书)|不得(?!不)|"
    r"未(?![经成遂来满])|没有(?!收)|(?<![有])无(?![期线论国证偿息罪])|禁止|严禁|毋|勿|"
    r"\b(?:not|cannot|never|neither|nor|prohibit\w*|forbid\w*|forbidden|banned)\b(?! (?:more|less|fewer|only|later|earlier|exceed\w*) ?)|n['’]t\b|"
    r"\bno\b(?! (?:more|less|fewer|later|earlier)\b)(?!\. ?\d)",
    re.IGNORECASE,
)
# affirmed where the passage denies, these turn it round: 构成犯罪 for 不构成犯罪, may for may not
_AFFIRMED = re.compile(
    r"可以|有权|允许|应当|必须|需要?|构成|认为是|属于|以犯罪论|\b(?:may|can|is|are|must|shall|should|constitutes?|counts?|applies)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"(?:的|时|后|者|人|行为)$|^\s*(?:whoever|where|if|when|anyone|those|who)\b", re.IGNORECASE)
_CLAUSE = re.compile(
    r"[，,；;。：:！？!?\n]|(?<!\bno)(?<!\bart)\.\s|\b(?:but|while|whereas|although)\b|但是?|而(?=[不未])",
    re.IGNORECASE,
)
_CLOSE = 0.05  # of the best: it may be meant as well
# No unit or individual may set up, or use, other channels: the first word denies the whole sentence
_SENTENCE = re.compile(r"(?<!\bno)(?<!\bart)\.\s|[;\n]", re.IGNORECASE)
_NOBODY = re.compile(r"\s*(?:no(?!\.)|neither)\b", re.IGNORECASE)
_LEAST = 3  # words of a clause that can be recognised
_SHARED_DENIED, _SHARED_AFFIRMED = 0.5, 0.8  # of a clause's words in one that denies
# what a text says or does: 并未规定“…”, does not punish “…”
_SAID = re.compile(
    r"规定|载明|写明|提到|提及|涉及|出现|使用|包含|包括|处罚|惩罚|禁止|要求|"
    r"\b(?:say|state|provide|mention|contain|use|include|refer to|stipulate|punish|prohibit|cover|require|penali[sz]e|criminali[sz]e)\b",
    re.IGNORECASE,
)
_PROVISION = re.compile(
    r"条|款|项|法律?|解释|规定|条例|办法|通知|判决|\b(?:art(?:icle)?s?|sections?|paragraphs?|items?|law|act|interpretations?|provisions?|"
    r"regulations?|measures|notice|judgment|text|it|passages?)\b",
    re.IGNORECASE,
)

Window = tuple[frozenset[str], bool]  # the words of a clause, and whether it denies


def denies(text: str) -> bool:
    """Return whether a text says that something is not so."""
    return bool(_NOT.search(text))


def denies_quotation(before: str) -> bool:
    """Return whether the words before a quotation say that a text does not have it, or does not do what it says.

    :param before: What the sentence has before the opening mark.
    """
    clause = _CLAUSE.split(before.rstrip("：: ，,"))[-1]
    denied = list(_NOT.finditer(clause))
    if not denied:
        return False
    return bool(_SAID.search(clause[denied[-1].start() :])) and bool(_PROVISION.search(clause[: denied[-1].start()]))


def denied_alike(bare: str, quoted: Sequence[Quotation], texts: Iterable[str]) -> Outcome:
    """Return whether the passages deny what a sentence denies and affirm what it affirms, as far as words tell.

    :param bare: The sentence without numbers.
    :param quoted: Unused quotations are the passage's own words: what they deny is its affair.
    :param texts: Those of the passages that it cites; those of its own language count.
    """
    for one in quoted:
        bare = bare.replace(one.words, "")
    language = detect_language(bare)
    held = [text for text in texts if detect_language(text) == language]
    outcomes = {_judged(clause, held) for clause in _CLAUSE.split(bare)}
    return "fail" if "fail" in outcomes else "unknown" if "unknown" in outcomes else "pass"


def _judged(clause: str, texts: list[str]) -> Outcome:
    denying = denies(clause)
    words = _words(clause)
    if not denying and (_CONDITION.search(clause.strip()) or not _AFFIRMED.search(clause)):
        return "pass"
    if not denying and len(words) < _LEAST:
        return "pass"
    if not texts:
        return "unknown" if denying else "pass"
    clauses, pairs = zip(*map(_windows, texts), strict=True)
    if denying:
        windows = list(chain(*clauses, *pairs))
        denied, affirmed = (
            max((_share(words, own) for own, kind in windows if kind is is_denial), default=0.0)
            for is_denial in (True, False)
        )
        return "pass" if denied >= _SHARED_DENIED and denied >= affirmed - _CLOSE else "unknown"
    for windows in map(list, (chain(*clauses), chain(*pairs))):
        shares = [(_share(words, own), is_denial) for own, is_denial in windows]
        best = max((share for share, _ in shares), default=0.0)
        if best >= _SHARED_AFFIRMED:
            return "fail" if all(is_denial for share, is_denial in shares if share >= best - _CLOSE) else "pass"
    return "pass"


@lru_cache(maxsize=64)  # a passage is held against every sentence that cites it
def _windows(text: str) -> tuple[tuple[Window, ...], tuple[Window, ...]]:
    """The clauses of a text, and each two that follow each other: their words, and whether they deny, which the last tells."""
    clauses = tuple((_words(clause), denies(clause)) for clause in _CLAUSE.split(text) if clause.strip())
    nobody = tuple((_words(own), True) for own in _SENTENCE.split(text) if _NOBODY.match(own))
    return clauses + nobody, tuple((one[0] | other[0], other[1]) for one, other in pairwise(clauses))


def _words(clause: str) -> frozenset[str]:
    """The words of a clause but for those that deny or affirm."""
    return frozenset(tokenize(_AFFIRMED.sub(" ", _NOT.sub(" ", clause))))


def _share(words: frozenset[str], own: frozenset[str]) -> float:
    return len(words & own) / (len(words) or 1)
