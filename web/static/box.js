// The keyboard goes to the question box once there is nothing else to do: a new conversation, an edit given up, a stop.
(() => {
  const ENDS = "#fy-new, #fy-editing button, #fy-chosen button, #fy-box .stop-button";
  const DRAWN_MS = 200; // by then the page shows what the button did, and the button is gone

  function focus() {
    const box = document.querySelector("#fy-box textarea");
    if (box) box.focus();
  }

  // What ends a word of an input method neither sends nor gives up.
  for (const name of ["keydown", "keypress"]) {
    document.addEventListener(
      name,
      (event) => {
        const composing = event.isComposing || event.keyCode === 229;
        if (composing && ["Enter", "Escape"].includes(event.key)) event.stopImmediatePropagation();
      },
      true,
    );
  }

  // A question that was taken leaves the box; what was typed since stays there.
  window.fayanTaken = (taken, typed) => {
    const question = taken.slice(taken.indexOf(" ") + 1);
    return typed.startsWith(question) ? typed.slice(question.length) : typed;
  };

  window.fayanToBox = () => {
    const tab = document.querySelector('#fy-tabs [role="tab"][data-tab-id="ask"]');
    if (tab && tab.getAttribute("aria-selected") !== "true") tab.click();
    requestAnimationFrame(focus);
  };

  document.addEventListener(
    "click",
    (event) => {
      if (!event.target.closest(ENDS)) return;
      window.fayanToBox();
      setTimeout(() => document.activeElement === document.body && focus(), DRAWN_MS);
    },
    true,
  );
})();
