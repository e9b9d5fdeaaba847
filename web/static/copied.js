// What is copied goes into somebody's brief: words, bold type, lists and tables; not the page's colours, which in the dark
// are white on black, and no links, which lead nowhere there.
(() => {
  const KEPT = new Set("P DIV UL OL LI TABLE CAPTION THEAD TBODY TR TH TD BR BLOCKQUOTE H2 H3 H4 STRONG".split(" "));
  const LEFT = "button, svg, script, style, template, form, .fy-step, .fy-found, .fy-below, .fy-actions, .fy-hidden";

  // A copy of a part of the page as HTML without anything that is the page's own.
  window.fayanRich = (part) => {
    const made = document.createElement("div");
    made.append(part);
    made.querySelectorAll(LEFT).forEach((e) => e.remove());
    for (const label of made.querySelectorAll("span.fy-label")) {
      const bold = document.createElement("strong");
      bold.append(...label.childNodes);
      label.replaceWith(bold);
    }
    for (const e of [...made.querySelectorAll("*")].reverse()) {
      if (KEPT.has(e.tagName)) [...e.attributes].filter((a) => !/^(lang|colspan|rowspan)$/.test(a.name)).forEach((a) => e.removeAttribute(a.name));
      else e.replaceWith(...e.childNodes);
    }
    return made.innerHTML;
  };

  const put = (event, text, html) => {
    event.preventDefault();
    event.clipboardData.setData("text/plain", text);
    event.clipboardData.setData("text/html", html);
  };

  // A page that another machine serves without encryption has no clipboard.
  function byHand(text, html) {
    const box = document.createElement("textarea");
    const set = (event) => put(event, text, html);
    box.value = text;
    document.body.append(box);
    box.select();
    document.addEventListener("copy", set, true);
    document.execCommand("copy");
    document.removeEventListener("copy", set, true);
    box.remove();
  }

  // Put a text and its form with bold type, lists and tables into the clipboard.
  window.fayanCopy = async (text, html) => {
    if (!navigator.clipboard?.write) return byHand(text, html);
    const forms = { "text/plain": text, "text/html": html };
    const blobs = Object.entries(forms).map(([type, form]) => [type, new Blob([form], { type })]);
    return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
  };

  document.addEventListener("copy", (event) => {
    const chosen = getSelection();
    const around = chosen.rangeCount && chosen.getRangeAt(0).commonAncestorContainer;
    const place = around && (around.nodeType === Node.TEXT_NODE ? around.parentElement : around);
    if (!place || chosen.isCollapsed || event.target.closest?.("input, textarea")) return;
    if (place.closest("#fy-chat, #fy-panel, .fy-view")) put(event, String(chosen), window.fayanRich(chosen.getRangeAt(0).cloneContents()));
  });
})();
