// What cannot be sent, and what the server refuses, says so at the foot of the page, whoever sends it: Gradio by itself would
// leave a click without an answer, or tell it in English.
(() => {
  const send = window.fetch.bind(window);
  const EVENTS = /\/gradio_api\/(queue\/join|run\/)/;
  const LASTING = ["offline", "over"]; // the next request that gets through takes them away, the others the next key or click
  const BUSY = [429, 503];
  const SILENT = '<span class="fy-silent"></span>'; // what Gradio then notes; `named.js` hides it

  // `why` names the note that is shown; none if it is empty
  function tell(why) {
    for (const note of document.querySelectorAll(".fy-refusal")) {
      const hide = note.dataset.why !== why;
      if (note.hidden !== hide) note.hidden = hide; // only then: what changes is read out
    }
  }

  function told() {
    return document.querySelector(".fy-refusal:not([hidden])")?.dataset.why;
  }

  window.fetch = async (...asked) => {
    let answer;
    try {
      answer = await send(...asked);
    } catch (error) {
      if (error.name !== "AbortError") tell("offline"); // else the page itself has given it up
      throw error;
    }
    const where = String(asked[0] instanceof Request ? asked[0].url : asked[0]);
    if (answer.status === 401) tell("over");
    else if (!answer.ok && EVENTS.test(where)) tell(BUSY.includes(answer.status) ? "busy" : "failed");
    else if (LASTING.includes(told())) tell("");
    return answer.ok || !EVENTS.test(where) ? answer : Response.json({ detail: SILENT, error: SILENT }, { status: 500 });
  };

  function leave() {
    if (!LASTING.includes(told())) tell("");
  }

  document.addEventListener("keydown", leave, true);
  document.addEventListener("pointerdown", leave, true);
  document.addEventListener("click", (event) => {
    const way = event.target.closest(".fy-refusal :is(button, a)");
    if (!way) return;
    if (way.href) way.search = new URLSearchParams({ next: location.pathname + location.search });
    else window.fetch("/healthz").catch(() => {});
  });
  addEventListener("online", () => window.fetch("/healthz").catch(() => {}));
})();
