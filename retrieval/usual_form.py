"""A citation in the form that a brief prints: 《中华人民共和国刑法》第二百八十五条第三款; （2018）鄂1003刑初150号."""

from datetime import date

from prompts import say
from retrieval.address import Address, arabic_article, format_place, item_number
from retrieval.authority import Authority, Coverage, Kind, Status
from retrieval.passage import Passage

_FULL_WIDTH = str.maketrans("()", "（）")


def usual_form(
    authority: Authority, passage: Passage, address: Address, language: str, section: str | None, status: Status
) -> str:
    """Return the citation of an address in a passage, with the full title.

    A text that is not the law today carries its dates, so that a version out of force is not taken for the present one.

    :param language: `zh` or `en`.
    :param section: The heading in that language, for texts without articles.
    :param status: Whether it is the law today.
    """
    if authority.kind.is_decision:
        return (_chinese_case if language == "zh" else _english_case)(authority)
    told = authority.kind.is_law and authority.coverage == Coverage.RESTATED
    if told:  # the headings are the editors' own
        address, section = Address(authority.id), None
    form = (_chinese if language == "zh" else _english)(authority, address, section)
    return form + _whose(authority, told, language) + _period(passage, language, status)


def _whose(authority: Authority, told: bool, language: str) -> str:
    """What says that the words are no official ones, although title and number are; nothing where they are."""
    if authority.kind is Kind.DOCUMENT:
        return say(language, "usual_document")
    return say(language, "usual_restated") if told else ""


def _chinese(authority: Authority, address: Address, section: str | None) -> str:
    text = f"《{authority.titles.in_language('zh').strip('《》')}》"
    if authority.number:
        text += f"（{authority.number}）"
    if address.article is None:
        return text + (section or "")
    return text + format_place("zh", address.article, address.paragraph, address.item)


def _english(authority: Authority, address: Address, section: str | None) -> str:
    text = authority.titles.in_language("en")
    if authority.number:
        text += f" ({authority.number})"
    if address.article is None:
        return text + (f", {section}" if section else "")
    text += f", art. {arabic_article(address.article)}"
    if address.paragraph:
        text += f", para. {address.paragraph}"
    return text + (f", item ({item_number(address.item)})" if address.item else "")


def _chinese_case(authority: Authority) -> str:
    title = authority.titles.in_language("zh")
    if not authority.number or authority.number in title:
        return title
    issuer = authority.issuer.zh if authority.issuer else ""
    return issuer + authority.number.translate(_FULL_WIDTH)


def _english_case(authority: Authority) -> str:
    issuer = authority.issuer.en if authority.issuer else ""
    title = authority.titles.in_language("en")
    return ", ".join(part for part in (title, issuer if issuer not in title else "", authority.number or "") if part)


def _period(passage: Passage, language: str, status: Status) -> str:
    """When the text is or was the law; nothing for what never is."""
    if not passage.kind.is_law:
        return ""
    if status is Status.DRAFT:
        return say(language, "usual_draft")
    begin, end = passage.effective_from, passage.effective_to
    revised = say(language, "usual_revised", day=_day(passage.revised, language)) if passage.revised else ""
    if begin and end:
        return say(language, "usual_period", begin=_day(begin, language), end=_day(end, language), revised=revised)
    if end:
        return say(language, "usual_ended", end=_day(end, language))
    if status not in (Status.IN_FORCE, Status.UNKNOWN, Status.NOT_YET_IN_FORCE):
        return say(language, "usual_out_of_force", status=say(language, f"status_{status}"))
    if begin and (language == "en" or status is Status.NOT_YET_IN_FORCE):
        return say(language, "usual_effective", begin=_day(begin, language), revised=revised)
    return ""


def _day(day: date, language: str) -> str:
    return f"{day.year}年{day.month}月{day.day}日" if language == "zh" else day.isoformat()
