// The page's language, before the first thing is drawn; the style sheet shows what is in it.
document.documentElement.lang = (navigator.language || "en").toLowerCase().startsWith("zh") ? "zh-CN" : "en";
document.documentElement.dataset.fy = document.documentElement.lang.slice(0, 2);

// A new question goes to the top of the chat, and its answer is read from there: nothing runs away below it.
(() => {
  let questions = 0;
  let held = false;

  function tidy() {
    // a screen reader is to read the message, not the Markdown behind it
    document.querySelectorAll("#fy-chat [data-testid][aria-label]").forEach((e) => e.removeAttribute("aria-label"));
    hold();
  }

  function hold() {
    const rows = document.querySelectorAll("#fy-chat .user-row");
    if (rows.length > questions) held = true;
    questions = rows.length;
    const row = rows[rows.length - 1];
    const wrap = row && row.closest(".bubble-wrap");
    if (held && wrap) {
      if (wrap.scrollHeight > wrap.clientHeight + 1) {
        wrap.scrollTop += row.getBoundingClientRect().top - wrap.getBoundingClientRect().top - 8;
      } else {
        row.scrollIntoView({ block: "start" });
      }
    }
  }

  new MutationObserver(tidy).observe(document.documentElement, { childList: true, subtree: true, characterData: true });
  for (const name of ["wheel", "touchmove", "pointerdown", "keydown"]) {
    document.addEventListener(name, () => (held = false), { passive: true, capture: true });
  }
})();
