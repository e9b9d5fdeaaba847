// A click on a number opens its source: one listener for all messages, those to come included.
const LINK = 'a[href^="#cite-"], a[href^="#found-"]';
const SHOWN_MS = 1600;
const FOCUS_MS = 200; // by then the question is in the box
let opened = ""; // the link of the source that is shown
let focus = null; // where the keyboard goes once the panel is drawn anew, if it is not sent elsewhere meanwhile

function open(link) {
  if (link === opened) show(); // what is drawn already is not drawn anew
  opened = link;
  document.querySelectorAll("#fy-chat a.fy-open").forEach((a) => a.classList.remove("fy-open"));
  document.querySelectorAll(`#fy-chat a[href="#${CSS.escape(link)}"]`).forEach((a) => a.classList.add("fy-open"));
  trigger("select", { index: 0, value: link });
}

function answerLink() {
  return document.querySelector("#fy-chat p a.fy-open") || document.querySelector("#fy-chat a.fy-open");
}

async function copy(text, html, button, told) {
  await window.fayanCopy(text, html);
  const words = button.textContent;
  button.classList.add("fy-done");
  button.textContent = `✓ ${window.fayanSay("copied", told)}`;
  setTimeout(() => {
    button.classList.remove("fy-done");
    button.textContent = words;
  }, SHOWN_MS);
}

// The answer and what it cites, without how it was found, what was found besides, and the buttons below it.
function readable(message) {
  const besides = message.querySelectorAll(".fy-step, .fy-found, .fy-actions, .fy-below");
  besides.forEach((e) => (e.style.display = "none"));
  const text = message.innerText.trim();
  besides.forEach((e) => (e.style.display = ""));
  return text;
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
    const act = event.target.closest("#fy-chat .fy-act:not(.fy-done)");
    if (!act) return;
    const name = act.id.split("-")[0];
    const message = act.closest(".message");
    if (name === "copy") copy(readable(message), window.fayanRich(message.cloneNode(true)), act);
    else trigger(name, { index: 0, value: act.id });
    if (name === "retry" && !event.detail) window.fayanToBox(); // by the keyboard: the button goes with the old answer
    if (name === "edit") setTimeout(() => document.querySelector("#fy-box textarea").focus(), FOCUS_MS);
  },
  true,
);

element.addEventListener("click", (event) => {
  const go = event.target.closest("[data-cite]");
  if (go) {
    focus = go.dataset.step;
    open(go.dataset.cite);
  }
  const copied = event.target.closest("[data-copy]:not(.fy-done)");
  if (copied) {
    const cited = document.createElement("p");
    cited.textContent = copied.dataset.copy;
    copy(copied.dataset.copy, cited.outerHTML, copied, copied.dataset.copy);
  }
  if (event.target.closest(".fy-back")) back();
});

function back() {
  const link = answerLink();
  if (!link) return;
  link.scrollIntoView({ block: "center" });
  link.focus({ preventScroll: true });
}

// The arrows go through the citations from the panel and from a number; Escape goes back to the number.
document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const inPanel = element.contains(document.activeElement);
  if (!inPanel && !document.activeElement.matches(`:is(${LINK}).fy-open`)) return;
  const step = { ArrowLeft: "previous", ArrowRight: "next" }[event.key];
  const go = step && element.querySelector(`[data-step="${step}"]:enabled`);
  if (go) {
    event.preventDefault();
    go.click();
    if (!inPanel) {
      focus = null;
      back();
    }
  } else if (event.key === "Escape" && inPanel) back();
});

function show() {
  const heading = element.querySelector(".fy-panel-label");
  if (heading) window.fayanSay("opened", heading.textContent);
  const elsewhere = document.activeElement !== document.body && !element.contains(document.activeElement);
  if (focus && !elsewhere) {
    const same = element.querySelector(`[data-step="${focus}"]:enabled`);
    const target = same || element.querySelector("[data-step]:enabled") || heading || element.querySelector(".fy-panel");
    target.focus({ preventScroll: true }); // a source that is gone has no heading
  }
  focus = null;
  const hit = element.querySelector("#hit");
  if (matchMedia("(max-width: 899px)").matches) {
    element.scrollIntoView({ block: "start" });
    const words = hit && hit.getBoundingClientRect();
    const block = words && words.height > innerHeight * 0.6 ? "start" : "center";
    if (words && words.top > innerHeight * 0.8) hit.scrollIntoView({ block });
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
