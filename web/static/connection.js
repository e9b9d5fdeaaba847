// What cannot be sent says so at the foot of the page, whoever sends it: Gradio by itself would leave a click without an
// answer. The next request that gets through takes the words away again.
(() => {
  const send = window.fetch.bind(window);

  function tell(lost) {
    const note = document.querySelector(".fy-offline");
    if (note && note.hidden === lost) note.hidden = !lost;
  }

  window.fetch = async (...asked) => {
    try {
      const answer = await send(...asked);
      tell(false);
      return answer;
    } catch (error) {
      if (error.name !== "AbortError") tell(true); // else the page itself has given it up
      throw error;
    }
  };

  document.addEventListener("click", (event) => {
    if (event.target.closest(".fy-offline button")) window.fetch("/healthz").catch(() => {});
  });
  addEventListener("online", () => window.fetch("/healthz").catch(() => {}));
})();
