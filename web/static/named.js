// What Gradio names in English, or not at all, is named in the page's language; what the page says itself is not said twice.
(() => {
  const NAMES = {
    "#fy-box textarea": "ask", // its label holds the button too
    "#fy-box .submit-button": "send",
    "#fy-box .stop-button": "stop",
    "#fy-chat .bubble-wrap": "talk",
    "#fy-chat .icon-button": "down",
    "#fy-tabs .overflow-menu > button": "more",
    '[data-testid="toast-close"]': "close",
  };

  window.fayanWords = (name) => {
    const language = document.documentElement.dataset.fy;
    return document.querySelector(`template.fy-told[data-language="${language}"][data-name="${name}"]`)?.innerHTML || "";
  };

  function call(part, name) {
    if (part.getAttribute("aria-label") !== name) part.setAttribute("aria-label", name);
    if (part.title && part.title !== name) part.title = name;
  }

  function tidy() {
    for (const [where, name] of Object.entries(NAMES)) {
      for (const part of document.querySelectorAll(where)) call(part, window.fayanWords(name));
    }
    // their text is their name
    document.querySelectorAll("#fy-chat .example[aria-label]").forEach((e) => e.removeAttribute("aria-label"));
    for (const note of document.querySelectorAll(".toast-body")) {
      const texts = [...note.querySelectorAll('[data-testid="toast-text"]')];
      if (texts.length) note.classList.toggle("fy-silent", texts.every((e) => e.querySelector(".fy-silent")));
    }
  }

  new MutationObserver(tidy).observe(document.documentElement, { childList: true, subtree: true });
})();
