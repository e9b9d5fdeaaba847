"""Who issued a text, as titles and lawyers say it in front of 关于: 最高人民法院、最高人民检察院, 两高, 两高一部."""

import re
from collections.abc import Iterable

_COURT, _PROCURATORATE, _POLICE, _JUSTICE, _SECURITY = (
    "最高人民法院",
    "最高人民检察院",
    "公安部",
    "司法部",
    "国家安全部",
)
_SHORT: dict[str, frozenset[str]] = {
    "最高法院": frozenset({_COURT}), "最高法": frozenset({_COURT}), "最高院": frozenset({_COURT}),
    "最高检察院": frozenset({_PROCURATORATE}), "最高检": frozenset({_PROCURATORATE}),
    "两高三部": frozenset({_COURT, _PROCURATORATE, _POLICE, _SECURITY, _JUSTICE}),
    "两高两部": frozenset({_COURT, _PROCURATORATE, _POLICE, _JUSTICE}),
    "两高一部": frozenset({_COURT, _PROCURATORATE, _POLICE}),
    "两高": frozenset({_COURT, _PROCURATORATE}),
    "两院": frozenset({_COURT, _PROCURATORATE}),
    "工信部": frozenset({"工业和信息化部"}),
}  # fmt: skip
_SEPARATOR = re.compile(r"[、,和与及\s]+")
_BETWEEN = r"\s{0,3}(?:[、,和与及]\s{0,3})?"
# what may stand between who issued a text and its title: 两高2011年联合发布的《
_ISSUED = (
    r"(?:\s{0,3}(?:于|在)?(?:19|20)\d\d年?(?:\d{1,2}月(?:\d{1,2}日)?)?)?"
    r"(?:联合)?(?:发布|印发|制定|公布|颁布|出台|下发)?的?[\s:]{0,3}"
)
# courts and offices of a place: what they issue is not what the highest ones do
_LOCAL = re.compile(
    r"(?:高院|中院|(?:高级|中级|基层)(?:人民)?法院|[省市县区州](?:人民)?(?:检察院|法院|政府)|[省市县区]\S{0,6}[厅局委])的?\s{0,3}$"
)
_WIDTH = 60  # of the text in front of a title in which its issuers may stand


class Issuers:
    """Knows the bodies whose texts are held, and what the highest ones are called for short.

    :param prefixes: What stands in front of 关于 in the titles that are held.
    """

    def __init__(self, prefixes: Iterable[str]) -> None:
        bodies = {body for prefix in prefixes for body in _SEPARATOR.split(prefix) if body}
        bodies |= {body for meant in _SHORT.values() for body in meant}
        self._named = _SHORT | {body: frozenset({body}) for body in bodies}
        one = "|".join(re.escape(name) for name in sorted(self._named, key=lambda name: (-len(name), name)))
        self._one = re.compile(one)
        self._in_front = re.compile(rf"(?:(?:{one}){_BETWEEN}){{1,6}}{_ISSUED}$")

    def named(self, text: str) -> frozenset[str]:
        """Return the bodies that a text names, by their full names."""
        return frozenset(body for match in self._one.finditer(text) for body in self._named[match[0]])

    def in_front(self, text: str, at: int) -> tuple[int, frozenset[str]]:
        """Return where the issuers right in front of a title begin, and who they are.

        :param text: As `plain` returns it.
        :param at: Where the title begins.
        :return: `at` and an empty set if none stands there.
        """
        begin = max(0, at - _WIDTH)
        match = self._in_front.search(text[begin:at])
        return (begin + match.start(), self.named(match[0])) if match else (at, frozenset())


def is_of_a_place(text: str, at: int) -> bool:
    """Return whether a court or an office of some place stands right in front of a title."""
    return bool(_LOCAL.search(text[max(0, at - _WIDTH) : at]))
