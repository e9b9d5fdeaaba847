"""What is typed while a question is on its way stays in the box."""

from playwright.sync_api import Page, expect

from tests.web.ask.asked import CHINESE

# the app takes a question a second after it was sent, as it may when it is busy
TAKEN_LATE = """(() => {
  const send = window.fetch.bind(window);
  window.fetch = async (...asked) => {
    const late = String(asked[0].url || asked[0]).includes("/queue/join");
    if (late) {
      (window.fySent ??= []).push(String(asked[1]?.body));
      await new Promise((go) => setTimeout(go, 1000));
    }
    return send(...asked);
  };
})()"""


def begin(page: Page) -> None:
    page.add_init_script(TAKEN_LATE)
    page.reload()
    page.wait_for_selector("#fy-box .submit-button")
    page.fill("#fy-box textarea", CHINESE)
    page.press("#fy-box textarea", "Enter")
    # what is typed within the same few milliseconds is sent along
    page.wait_for_function("question => window.fySent?.some((body) => body.includes(question))", arg=CHINESE)


def test_what_is_added_before_the_question_is_taken_stays(page: Page) -> None:
    begin(page)
    page.locator("#fy-box textarea").press_sequentially("还有例外吗")
    expect(page.locator("#fy-chat .user-row")).to_have_text([CHINESE])
    expect(page.locator("#fy-box textarea")).to_have_value("还有例外吗")


def test_what_is_written_in_its_place_stays(page: Page) -> None:
    begin(page)
    page.fill("#fy-box textarea", "谁来处罚")
    expect(page.locator("#fy-chat .user-row")).to_have_text([CHINESE])
    page.wait_for_selector("#fy-chat .fy-sources")
    expect(page.locator("#fy-box textarea")).to_have_value("谁来处罚")


def test_a_draft_outlives_an_example(page: Page) -> None:
    page.fill("#fy-box textarea", "谁来处罚")
    page.locator("#fy-chat .example").first.click()
    page.wait_for_selector("#fy-chat .fy-sources")
    expect(page.locator("#fy-box textarea")).to_have_value("谁来处罚")
