// A thumb is kept at once; a thumb down opens the form for its reasons.
const SHOWN_MS = 6000;
const REDRAWN_MS = 3000;
let origin = null; // the button that the keyboard goes back to

function send(event, data) {
  trigger(event, { index: 0, value: JSON.stringify(data) });
}

// A judgement draws the messages anew, and the button that has the focus goes with them.
function keepFocus(message) {
  const kept = new MutationObserver(() => {
    if (document.activeElement !== document.body) return;
    const button = document.getElementById(origin) || document.getElementById(`down-${message}`);
    if (button) button.focus({ preventScroll: true });
  });
  kept.observe(document.querySelector("#fy-chat"), { childList: true, subtree: true });
  setTimeout(() => kept.disconnect(), REDRAWN_MS);
}

document.addEventListener("click", (event) => {
  const button = event.target.closest("#fy-chat .fy-judge");
  if (!button) return;
  origin = button.id;
  const [name, message] = button.id.split("-");
  if (name === "more") send("edit", { message });
  else {
    send("like", { message, thumb: name });
    keepFocus(message);
  }
});

element.addEventListener("change", (event) => {
  if (event.target.name !== "thumb") return;
  element.querySelector(".fy-judge-reasons").hidden = event.target.value !== "down";
});

function open(dialog) {
  const form = dialog.querySelector("form");
  dialog.returnValue = "close";
  dialog.addEventListener("close", () => {
    const message = dialog.dataset.message;
    if (dialog.returnValue === "withdraw") send("clear", { message });
    if (dialog.returnValue === "save") {
      const said = new FormData(form);
      const thumb = said.get("thumb");
      const reasons = thumb === "down" ? said.getAll("reason") : [];
      send("submit", { message, thumb, reasons, comment: said.get("comment") });
    }
    const back = origin && document.getElementById(origin);
    if (back) back.focus({ preventScroll: true });
    if (dialog.returnValue !== "close") keepFocus(message);
  });
  dialog.showModal();
}

watch("value", () =>
  requestAnimationFrame(() => {
    const toast = element.querySelector(".fy-toast");
    if (toast) {
      document.querySelector("#fy-status").textContent = toast.textContent;
      setTimeout(() => toast.classList.add("fy-toast-old"), SHOWN_MS);
    }
    const dialog = element.querySelector("dialog");
    if (dialog && !dialog.open) open(dialog);
  }),
);
