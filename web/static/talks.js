// The list of conversations: opened, renamed and deleted by buttons; a drawer where the screen is narrow.
const page = document.documentElement;
const column = document.querySelector("#fy-talks");
const WIDE = matchMedia("(min-width: 1200px)");
let focus = null; // the conversation that the keyboard goes back to once the list is drawn anew

const shown = () => (WIDE.matches ? page.dataset.fyTalks !== "closed" : page.dataset.fyTalks === "open");
const button = () => [...document.querySelectorAll(".fy-talks-button")].find((e) => e.offsetParent);

// The button stands in the head above the chat, which is drawn anew with each conversation.
function tell() {
  document.querySelectorAll(".fy-talks-button").forEach((e) => e.setAttribute("aria-expanded", shown()));
  const drawer = shown() && !WIDE.matches;
  for (const id of ["fy-head", "fy-left", "fy-right"]) {
    const part = document.getElementById(id);
    if (part) part.inert = drawer;
  }
}

function set(open) {
  page.dataset.fyTalks = open ? "open" : "closed";
  tell();
  if (open) column.querySelector("textarea, input").focus({ preventScroll: true });
  else if (button()) button().focus({ preventScroll: true });
}

function turn(row, part) {
  for (const name of ["row", "edit", "sure"]) row.querySelector(`.fy-talk-${name}`).hidden = name !== part;
  const target = { edit: "input", sure: '.fy-talk-sure [data-do="cancel"]', row: ".fy-talk-open" }[part];
  row.querySelector(target).focus();
  if (part === "edit") {
    const input = row.querySelector("input");
    input.value = input.defaultValue; // not what was typed and given up
    input.select();
  }
}

document.addEventListener(
  "click",
  (event) => {
    if (event.target.closest(".fy-talks-button")) set(!shown());
    // Gradio has links in messages open a window; a file needs none
    event.target.closest(".fy-export-link")?.removeAttribute("target");
  },
  true,
);

element.addEventListener("click", (event) => {
  if (event.target.closest(".fy-talks-shade")) return set(false);
  const row = event.target.closest(".fy-talk");
  if (!row) return;
  const id = row.dataset.id;
  const action = event.target.closest("[data-do]")?.dataset.do;
  if (action === "rename") turn(row, "edit");
  else if (action === "ask-delete") turn(row, "sure");
  else if (action === "cancel") turn(row, "row");
  else if (action === "delete") {
    focus = (row.nextElementSibling || row.previousElementSibling)?.dataset.id || "";
    trigger("delete", { index: 0, value: id });
  } else if (event.target.closest(".fy-talk-open")) {
    focus = WIDE.matches ? id : null;
    document.dispatchEvent(new CustomEvent("fayan:leave", { detail: id }));
    trigger("select", { index: 0, value: id });
    if (!WIDE.matches) set(false);
  }
});

element.addEventListener("submit", (event) => {
  const row = event.target.closest(".fy-talk");
  if (!row) return;
  event.preventDefault();
  const title = row.querySelector("input").value.trim();
  if (!title) return turn(row, "row");
  focus = row.dataset.id;
  trigger("edit", { index: 0, value: `${row.dataset.id} ${title}` });
});

document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  const row = element.contains(event.target) && event.target.closest(".fy-talk");
  if (row && row.querySelector(".fy-talk-row").hidden) turn(row, "row");
  else if (shown() && !WIDE.matches) set(false);
});

// Answers may come in another order than they were asked for: what is drawn last may be for other words, or another place.
let late = ""; // asked for once: the next answer is to the present state, or there is one on its way
function check() {
  const drawn = element.querySelector(".fy-talks");
  if (!drawn) return;
  const words = column.querySelector("#fy-talks-search :is(input, textarea)").value;
  const here = document.querySelector("#fy-place :is(input, textarea)").value.split("/")[0];
  const wrong = drawn.dataset.words !== words || drawn.dataset.here !== here;
  const state = wrong ? JSON.stringify([drawn.dataset.words, drawn.dataset.here, words, here]) : "";
  if (wrong && state !== late) trigger("apply");
  late = state;
}

WIDE.addEventListener("change", tell);
document.addEventListener("fayan:talk", tell); // the head was drawn anew
document.addEventListener("fayan:open", (event) => trigger("select", { index: 0, value: event.detail }));
watch("value", () =>
  requestAnimationFrame(() => {
    tell();
    check();
    if (focus === null) return;
    const row = element.querySelector(`.fy-talk[data-id="${CSS.escape(focus)}"] .fy-talk-open`);
    (row || column.querySelector("textarea, input")).focus({ preventScroll: true });
    focus = null;
  }),
);
tell();
