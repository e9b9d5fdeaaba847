// A new question goes to the top of the chat, and its answer is read from there: nothing runs away below it.
// A screen reader is told once that the answer is there, not at every word.
(() => {
  let questions = 0;
  let held = false;
  let pending = false;

  function tidy() {
    // a screen reader is to read the message, not the Markdown behind it
    document.querySelectorAll("#fy-chat [data-testid][aria-label]").forEach((e) => e.removeAttribute("aria-label"));
    document.querySelectorAll('#fy-chat [role="log"][aria-live]').forEach((e) => {
      e.removeAttribute("aria-live"); // `log` alone would be live too
      e.setAttribute("role", "region");
      e.tabIndex = 0; // it scrolls
    });
    document.querySelectorAll('#fy-chat .examples[role="list"]').forEach((e) => e.removeAttribute("role")); // of buttons
    document.querySelectorAll('[role="tab"][aria-controls=""]').forEach((e) => e.removeAttribute("aria-controls"));
    tell();
    hold();
  }

  function tell() {
    if (document.querySelector("#fy-chat .fy-waiting")) pending = true;
    else if (pending) {
      pending = false;
      const answers = document.querySelectorAll("#fy-chat .fy-answer");
      const answer = answers[answers.length - 1];
      if (!answer) return;
      const cited = answer.querySelectorAll('.fy-sources:not(.fy-found) a[href^="#cite-"]').length;
      const text = [...answer.children].filter((e) => !e.matches(".fy-step, .fy-sources")).map((e) => e.textContent);
      window.fayanSay(cited ? "answered" : "answered_one", text.join(" "), { n: cited });
    }
  }

  // Put a sentence into the page's status line, which screen readers read aloud; return the sentence.
  window.fayanSay = (name, text = "", values = {}) => {
    const said = window.fayanWords(name).replace(/\{(\w+)\}/g, (whole, key) => values[key] ?? whole);
    document.querySelector("#fy-status").textContent = `${said} ${text}`.trim();
    return said;
  };

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
