// The address names the conversation, so that a reload comes back to it; the browser keeps nothing else of it.
function tell() {
  const head = element.querySelector(".fy-talk-head[data-id]");
  const address = new URL(location.href);
  if (!head || (address.searchParams.get("view") || "ask") !== "ask") return; // another view's address is its own
  if (head.dataset.id) address.searchParams.set("c", head.dataset.id);
  else address.searchParams.delete("c");
  if (address.href !== location.href) history.replaceState(history.state, "", address);
}

// back and forward may lead to the address of a conversation that is not shown any more
document.addEventListener("fayan:view", tell);
watch("value", () =>
  requestAnimationFrame(() => {
    tell();
    document.dispatchEvent(new CustomEvent("fayan:talk"));
  }),
);
