"""Characters that a PDF's font puts in place of the usual ones: radicals for whole characters, ligatures for letters.

A font draws 人 and the radical ⼈ by one glyph, and what prints a page may write down either: the page looks right, but no
search finds the word, and ⼀ numbers no article. Texts copied out of such a page bring them along.
"""

import unicodedata

# Unicode says of no radical of this block but two which character it is; these share a glyph in the Noto CJK fonts
_SUPPLEMENT = (
    "⺂乛⺃乚⺅亻⺉刂⺏尣⺐尢⺒巳⺓幺⺔彑⺕彐⺖忄⺘扌⺙攵⺛旡⺞歺⺟母⺠民⺡氵⺣灬⺤爫⺦丬⺨犭⺭礻⺯糹⺰纟⺱罓⺹耂⺺肀⺾艹⻂衤⻅见⻆角⻈讠⻉贝⻋车⻌辶"
    "⻐钅⻑長⻒镸⻓长⻔门⻖阝⻘青⻙韦⻚页⻛风⻜飞⻝食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟"
)
_KANGXI, _LIGATURES = range(0x2F00, 0x2FD6), range(0xFB00, 0xFB07)
_USUAL = str.maketrans(
    {chr(code): unicodedata.normalize("NFKC", chr(code)) for code in (*_KANGXI, *_LIGATURES)}
    | dict(zip(_SUPPLEMENT[::2], _SUPPLEMENT[1::2], strict=True))
)


def usual_characters(text: str) -> str:
    """Return a text with the characters that are meant: ⼈⺠币 becomes 人民币, ﬁne becomes fine."""
    return text.translate(_USUAL)
