// What was typed and chosen outlives a reload of the page: that of Gradio after the network was away, that of the switch
// of language. It is in the tab's own storage only between leaving the page and its being there again.
(() => {
  const NAME = "fayan_kept";
  let chosen = {};
  let keeping = true;

  window.fayanChosen = (as_of, kinds, language, mode, scope) => {
    chosen = { as_of, kinds, language, mode, scope };
  };

  // A JSON text for the event of the page that puts everything back; empty if there is nothing to put back.
  window.fayanKept = () => {
    const kept = sessionStorage.getItem(NAME) || "";
    sessionStorage.removeItem(NAME);
    return kept;
  };

  addEventListener("pagehide", () => {
    const box = document.querySelector("#fy-box textarea");
    if (!keeping || !box) return;
    const restricted = document.querySelector("#fy-chosen .fy-chosen");
    const documents = JSON.parse(restricted?.dataset.documents || "[]");
    const user = document.querySelector(".fy-user")?.textContent || "";
    const question = box.value;
    if (question || restricted || chosen.as_of || chosen.mode === "quoting") {
      sessionStorage.setItem(NAME, JSON.stringify({ ...chosen, question, documents, user }));
    }
  });

  // who logs out leaves nothing behind
  document.addEventListener("submit", (event) => {
    if (event.target.matches(".fy-account")) keeping = false;
  });
})();
