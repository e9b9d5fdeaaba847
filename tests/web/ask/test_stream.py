"""Questions that are sent while the page's stream of events is at its end."""

from playwright.sync_api import Page, expect

from tests.web.ask.asked import CHINESE, ENGLISH

# The end of an event comes a second after its last step, as it may when the server is busy.
ENDS_LATE = """(() => {
  const send = window.fetch.bind(window);
  const wait = (part) => new Promise((go) => setTimeout(go, part.includes("process_completed") ? 1000 : 0));
  window.fetch = async (...asked) => {
    const answer = await send(...asked);
    if (!String(asked[0].url || asked[0]).includes("/queue/data")) return answer;
    const parts = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    const late = new ReadableStream({
      async pull(to) {
        const { value, done } = await parts.read();
        if (done) return to.close();
        for (const part of value.split(/(?<=\\n\\n)/)) {
          await wait(part);
          to.enqueue(new TextEncoder().encode(part));
        }
      },
    });
    return new Response(late, { status: answer.status, headers: answer.headers });
  };
})()"""
SEND_AT_ONCE = """question => {
  const box = document.querySelector("#fy-box");
  const text = box.querySelector("textarea");
  new MutationObserver((_, watching) => {
    if (!box.querySelector(".submit-button") || !document.querySelector("#fy-chat .fy-sources")) return;
    watching.disconnect();
    text.value = question;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    setTimeout(() => box.querySelector(".submit-button").click());
  }).observe(box, { childList: true, subtree: true });
}"""


def test_what_is_sent_while_another_event_ends_is_asked(page: Page) -> None:
    page.add_init_script(ENDS_LATE)
    page.reload()
    page.wait_for_selector("#fy-box .submit-button")
    page.evaluate(SEND_AT_ONCE, CHINESE)
    page.fill("#fy-box textarea", ENGLISH)
    page.press("#fy-box textarea", "Enter")
    expect(page.locator("#fy-chat .fy-answer")).to_have_count(2)
    expect(page.locator("#fy-box textarea")).to_have_value("")
