"""Words of which a part is typed in pinyin, as one types past a filter: fan墙, wei法, gong安, yinhang卡."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise

from pypinyin import Style, pinyin

from retrieval.words.spelling import has_english

_HAN = "\u4e00-\u9fff"
_RUN = re.compile(rf"(?<=[{_HAN}])[a-z]{{2,24}}(?![A-Za-z0-9@./-])|(?<![A-Za-z0-9@./-])[a-z]{{2,24}}(?=[{_HAN}])")
_WORDS = re.compile(rf"[{_HAN}]{{2,}}")
# they stand beside any word and say nothing of it
_EMPTY = frozenset(
    "的了吗呢吧啊么和与及或在是有为以于对被把将其该此这那我你他她它们什怎哪会不没很就也都又再已经来去要让到个"
)
_SYLLABLES = 4  # of one run
_LONGEST = 6  # letters of a syllable
_LEAST = 3  # how often two characters stand together that make a word
_LEAST_ENGLISH = 30  # the same where the letters may be an English word: can加, ban了
_KEPT = 12  # ways to read a run that are followed to its end


class HalfPinyin:
    """Reads pinyin beside Chinese characters as the characters that stand there in the corpus.

    :param texts: Chinese texts in Simplified characters whose words are right.
    """

    def __init__(self, texts: Iterable[str]) -> None:
        self._together: Counter[str] = Counter(
            first + second for text in texts for run in _WORDS.findall(text) for first, second in pairwise(run)
        )
        self._by_sound: dict[str, set[str]] = defaultdict(set)
        for character in {character for pair in self._together for character in pair}:
            for sound in _sounds(character):
                self._by_sound[sound].add(character)

    def read(self, text: str) -> str:
        """Return a text with pinyin that touches a Chinese character read; what makes no word of the corpus stays."""
        pieces, at = [], 0
        for run in _RUN.finditer(text):
            before = text[run.start() - 1 : run.start()] if run.start() > at else "".join(pieces)[-1:]
            after = text[run.end() : run.end() + 1]
            if meant := self._best(run[0], _telling(before), _telling(after)):
                pieces += [text[at : run.start()], meant]
                at = run.end()
        return "".join((*pieces, text[at:]))

    def _best(self, run: str, before: str, after: str) -> str:
        """The likeliest characters of a run; an empty text if none makes a word.

        A single character makes one with what stands beside it, several by themselves.
        """
        english = has_english(run)
        least = _LEAST_ENGLISH if english else _LEAST
        ways: list[tuple[int, str]] = []
        for sounds in self._split(run):
            if len(sounds) == 1:
                ways += [(self._beside(before, own, after), own) for own in self._by_sound[run]]
            elif not english:
                ways += [(often + self._beside(before, own, after), own) for often, own in self._written(sounds)]
        return max((way for way in ways if way[0] >= least), default=(0, ""))[1]

    def _beside(self, before: str, own: str, after: str) -> int:
        """How often characters stand beside those before or after them, whichever is more; an empty one counts for none."""
        return max(self._together[before + own[0]] if before else 0, self._together[own[-1] + after] if after else 0)

    def _written(self, sounds: list[str]) -> list[tuple[int, str]]:
        """The likeliest ways to write some syllables, each with how often its rarest pair of characters stands together."""
        ways = [(0, character) for character in self._by_sound[sounds[0]]]
        for n, sound in enumerate(sounds[1:]):
            further = [
                (min(often, together) if n else together, own + character)
                for often, own in ways
                for character in self._by_sound[sound]
                if (together := self._together[own[-1] + character]) >= _LEAST
            ]
            ways = sorted(further, reverse=True)[:_KEPT]
        return ways

    def _split(self, run: str) -> Iterator[list[str]]:
        """Every way to part a run into syllables."""
        if not run:
            yield []
            return
        for length in range(1, min(len(run), _LONGEST) + 1):
            if run[:length] in self._by_sound:
                for rest in self._split(run[length:]):
                    if len(rest) < _SYLLABLES:
                        yield [run[:length], *rest]


def has_half_pinyin(text: str) -> bool:
    """Return whether small letters touch a Chinese character, which may be a word by half."""
    return bool(_RUN.search(text))


def _is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff"


def _telling(character: str) -> str:
    """A Chinese character that says something of the word beside it."""
    return character if _is_han(character) and character not in _EMPTY else ""


@lru_cache(maxsize=8192)
def _sounds(character: str) -> tuple[str, ...]:
    """A character's readings without tones."""
    return tuple(dict.fromkeys(pinyin(character, style=Style.NORMAL, heteronym=True, v_to_u=False)[0]))
