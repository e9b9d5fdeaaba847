// A click on a number opens its source: one listener for all messages, those to come included.
const LINK = 'a[href^="#cite-"], a[href^="#found-"]';

function open(link) {
  document.querySelectorAll("#fy-chat a.fy-open").forEach((a) => a.classList.remove("fy-open"));
  document.querySelectorAll(`#fy-chat a[href="#${CSS.escape(link)}"]`).forEach((a) => a.classList.add("fy-open"));
  trigger("select", { index: 0, value: link });
}

document.addEventListener(
  "click",
  (event) => {
    const link = event.target.closest(LINK);
    if (link) {
      event.preventDefault(); // the address stays as it is
      open(link.getAttribute("href").slice(1));
      return;
    }
    const copy = event.target.closest("#fy-chat .message-buttons button");
    const row = copy && copy.closest(".message-buttons").previousElementSibling;
    const body = row && row.querySelector(".message .message");
    if (body && navigator.clipboard) {
      // what is read, not the Markdown behind it
      event.preventDefault();
      event.stopImmediatePropagation();
      navigator.clipboard.writeText(body.innerText).then(() => {
        copy.classList.add("fy-copied");
        setTimeout(() => copy.classList.remove("fy-copied"), 1200);
      });
    }
  },
  true,
);

element.addEventListener("click", (event) => {
  const go = event.target.closest("[data-cite]");
  if (go) open(go.dataset.cite);
  const answer = event.target.closest(".fy-back") && document.querySelector("#fy-chat a.fy-open");
  if (answer) answer.scrollIntoView({ block: "center" });
});

function show() {
  const hit = element.querySelector("#hit");
  if (matchMedia("(max-width: 899px)").matches) {
    element.scrollIntoView({ block: "start" });
    if (hit && hit.getBoundingClientRect().top > innerHeight * 0.8) hit.scrollIntoView({ block: "center" });
    return;
  }
  const panel = element.querySelector(".fy-panel");
  if (panel) panel.scrollTop = 0;
  if (panel && hit && panel.scrollHeight > panel.clientHeight) {
    const gap = hit.getBoundingClientRect().top - panel.getBoundingClientRect().top;
    if (gap > panel.clientHeight * 0.6) panel.scrollTop = gap - panel.clientHeight * 0.3;
  }
}

watch("value", () => requestAnimationFrame(show));
