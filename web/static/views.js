// Which view is shown stands in the address, ?view=library&authority=...; back and forward go through the views.
(() => {
  const last = {}; // where each view was left
  let routing = false;

  const view = () => new URLSearchParams(location.search).get("view") || "ask";
  const tabOf = (name) => document.getElementById(`fy-tab-${name}-button`);
  const nameOf = (tab) => (tab.id.match(/^fy-tab-(.+)-button$/) || [])[1];

  function route(event) {
    last[view()] = location.pathname + location.search;
    const tab = tabOf(view());
    if (tab && tab.getAttribute("aria-selected") !== "true") {
      routing = true;
      tab.click();
      routing = false;
    }
    // the detail: whether back or forward led here
    document.dispatchEvent(new CustomEvent("fayan:view", { detail: event?.type === "popstate" }));
  }

  function go(address) {
    if (address !== location.pathname + location.search) history.pushState(null, "", address);
    route();
  }

  document.addEventListener(
    "click",
    (event) => {
      const tab = event.target.closest("#fy-tabs [role=tab]");
      const name = tab && nameOf(tab);
      if (name && !routing && name !== view()) {
        history.pushState(null, "", last[name] || (name === "ask" ? "/" : `/?view=${name}`));
        last[name] = location.pathname + location.search;
        setTimeout(() => document.dispatchEvent(new CustomEvent("fayan:view")));
      }
      const link = event.target.closest('a[href^="/?view="]');
      const plain = !event.button && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
      if (link && plain && !link.target) {
        event.preventDefault();
        go(link.getAttribute("href"));
      }
    },
    true,
  );
  // Another view has sent the reader here to ask: the tab is clicked, so that the address follows, and the box is theirs.
  window.fayanAsk = () => {
    const tab = tabOf("ask");
    if (tab) tab.click();
    requestAnimationFrame(() => document.querySelector("#fy-box textarea").focus());
  };

  addEventListener("popstate", route);
  if (view() !== "ask") {
    const waiting = new MutationObserver(() => {
      if (!tabOf(view())) return;
      waiting.disconnect();
      setTimeout(route);
    });
    waiting.observe(document.documentElement, { childList: true, subtree: true });
  }
})();
