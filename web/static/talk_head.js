// The address names the conversation, so that a reload comes back to it; the browser keeps nothing else of it.
watch("value", () =>
  requestAnimationFrame(() => {
    const head = element.querySelector(".fy-talk-head");
    if (!head) return;
    const address = new URL(location.href);
    if (head.dataset.id) address.searchParams.set("c", head.dataset.id);
    else address.searchParams.delete("c");
    if (address.href !== location.href) history.replaceState(history.state, "", address);
    document.querySelectorAll(".fy-talks-button").forEach((e) => {
      const wide = matchMedia("(min-width: 1200px)").matches;
      const state = document.documentElement.dataset.fyTalks;
      e.setAttribute("aria-expanded", wide ? state !== "closed" : state === "open");
    });
  }),
);
