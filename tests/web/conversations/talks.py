"""What the tests of conversations ask, and how they see that an answer that was kept opens what it quotes."""

import re

from playwright.sync_api import Page, expect

from retrieval.settings import Settings
from web.transcripts.store import Conversations

ENGLISH = "What amount of illegal gains counts as serious circumstances under Article 3 of the 2011 Interpretation?"
CHINESE = "荆州朱某案的罪名经历了哪些变化？"
_NUMBER = re.compile(r"#cite-([0-9a-f]+)-(\d+)")


def check_every_number(page: Page, settings: Settings) -> int:
    """Click every number of the page and compare what opens with what is stored; return how many there were."""
    store, clicked = Conversations(settings), 0
    for link in page.locator("#fy-chat p a[href^='#cite-']").all():
        message, number = _NUMBER.match(link.get_attribute("href")).groups()
        citation = next(c for c in store.message("", message).reply.answer.citations if c.n == int(number))
        link.click()
        expect(page.locator("#fy-panel .fy-panel-label")).to_have_text(citation.label)
        expect(page.locator("#hit")).to_have_text(citation.quote)
        assert page.locator("#hit").evaluate("e => e.textContent") == citation.quote
        assert page.locator("#fy-panel .fy-passage").first.evaluate("e => e.textContent") == citation.text
        clicked += 1
    return clicked
