"""The table of contents: 编, 章, 节 with the articles in them; without these the articles or sections themselves."""

from dataclasses import dataclass, field
from html import escape

from retrieval.address import arabic_article
from retrieval.passage import Passage
from web.library.article import anchor
from web.library.markup import place_label, text_of
from web.library.shelf import Entry, Shelf


@dataclass
class Part:
    """A chapter or section.

    :param heading: In Chinese, or in the language that is held.
    :param names: Its heading in both languages, as far as they are known.
    :param keys: The articles that stand in it and in none of its parts.
    """

    heading: str
    names: dict[str, str]
    keys: list[str] = field(default_factory=list)
    parts: list["Part"] = field(default_factory=list)

    def all_keys(self) -> list[str]:
        """Return the articles in it, those of its parts too."""
        return [*self.keys, *(key for part in self.parts for key in part.all_keys())]

    def name(self, language: str) -> str:
        """Return the heading in a language, or in the other one."""
        return self.names.get(language) or self.heading


def arrange(entry: Entry) -> Part:
    """Return the text's parts; the root has no heading."""
    root = Part("", {})
    for key, text in entry.texts.items():
        here, path = root, _path(text)
        for depth, heading in enumerate(path):
            last = here.parts[-1] if here.parts else None
            if last is None or last.heading != heading:
                last = Part(heading, _names(entry, text, depth, heading))
                here.parts.append(last)
            here = last
        here.keys.append(key)
    return root


def _path(text: dict[str, list[Passage]]) -> tuple[str, ...]:
    return (text.get("zh") or next(iter(text.values())))[0].path


def _names(entry: Entry, text: dict[str, list[Passage]], depth: int, heading: str) -> dict[str, str]:
    names = {name: passages[0].path[depth] for name, passages in text.items() if len(passages[0].path) > depth}
    if "en" not in names and heading in entry.authority.chapters_en:
        names["en"] = entry.authority.chapters_en[heading]
    return names


def contents_html(shelf: Shelf, entry: Entry, root: Part, language: str) -> str:
    """Return the contents as a nested list of links."""
    head = text_of(language, "library_contents")
    if root.parts:
        inner = _list(root.parts, language)
    else:
        unit = entry.authority.id
        css = "fy-numbers" if entry.has_articles else ""
        items = "".join(
            f'<li><a href="#{escape(anchor(key))}">{escape(_short(shelf, (unit, key), entry, language))}</a></li>'
            for key in root.keys
        )
        inner = f'<ul class="{css}">{items}</ul>'
    return f'<nav class="fy-toc" aria-label="{head}"><details open><summary>{head}</summary>{inner}</details></nav>'


def _short(shelf: Shelf, unit: tuple[str, str], entry: Entry, language: str) -> str:
    return arabic_article(unit[1]) if entry.has_articles else place_label(shelf.index, unit, language, short=True)


def _list(parts: list[Part], language: str) -> str:
    items = []
    for part in parts:
        keys = part.all_keys()
        ends = (arabic_article(keys[0]), arabic_article(keys[-1]))
        span = ends[0] if ends[0] == ends[1] else f"{ends[0]}–{ends[1]}"
        inner = _list(part.parts, language) if part.parts else ""
        items.append(
            f'<li><a href="#{escape(anchor(keys[0]))}" data-part="1">{escape(part.name(language))} '
            f'<span class="fy-n">{escape(span)}</span></a>{inner}</li>'
        )
    return f"<ul>{''.join(items)}</ul>"
