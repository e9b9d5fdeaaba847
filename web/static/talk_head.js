// The address names the conversation, so that a reload comes back to it; the browser keeps nothing else of it.
// Each stay in a conversation has entries of its own in the browser's history, which carry its mark: back and forward
// open what was left. A first question does not begin a new stay, it only gives the stay its address.
let stay = mark();

function mark() {
  return Math.random().toString(36).slice(2);
}

const here = () => new URL(location.href).searchParams;
const asking = () => (here().get("view") || "ask") === "ask";

function address(id) {
  const whole = new URL(location.href);
  if (id) whole.searchParams.set("c", id);
  else whole.searchParams.delete("c");
  return whole.href;
}

// The address follows what is shown.
function tell() {
  const head = element.querySelector(".fy-talk-head[data-id]");
  if (!head || !asking()) return; // another view's address is its own
  const own = address(head.dataset.id);
  if (own !== location.href || history.state?.stay !== stay) history.replaceState({ stay }, "", own);
}

// The reader leaves for a conversation, or for an empty view: the way back leads to what is shown now.
function leave(id) {
  stay = mark();
  if (address(id) === location.href) history.replaceState({ stay }, "", location.href);
  else history.pushState({ stay }, "", address(id));
}

// What is shown follows the address, unless the reader only comes back from another view.
function follow() {
  if (!asking() || history.state?.stay === stay) return tell();
  const id = here().get("c") || "";
  stay = mark();
  history.replaceState({ stay }, "", location.href);
  if (id) document.dispatchEvent(new CustomEvent("fayan:open", { detail: id }));
  else document.querySelector("#fy-new").click();
}

// at once: whoever is quick has left for another view before the head is drawn
if (asking()) history.replaceState({ stay }, "", location.href);
document.addEventListener("fayan:leave", (event) => leave(event.detail));
document.addEventListener("click", (event) => event.target.closest("#fy-new") && leave(""), true);
document.addEventListener("fayan:view", (event) => (event.detail ? follow() : tell()));
watch("value", () =>
  requestAnimationFrame(() => {
    tell();
    document.dispatchEvent(new CustomEvent("fayan:talk"));
  }),
);
