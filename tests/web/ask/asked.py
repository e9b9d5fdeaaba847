"""What the tests of the chat page ask, and the numbers in an answer."""

from playwright.sync_api import Page

ENGLISH = "What amount of illegal gains counts as serious circumstances under Article 3 of the 2011 Interpretation?"
CHINESE = "荆州朱某案的罪名经历了哪些变化？"


def links(page: Page, message: int = -1) -> list[str]:
    """Return the links on the numbers within an answer, in their order."""
    answer = page.locator("#fy-chat .fy-answer").nth(message)
    return [link.get_attribute("href") or "" for link in answer.locator("p a[href^='#cite-']").all()]
