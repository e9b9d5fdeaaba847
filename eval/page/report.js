"use strict";
const questions = [...document.querySelectorAll(".question")];
const byId = (id) => document.getElementById(id);
const texts = new Map(questions.map((q) => [q, q.textContent.normalize("NFKC").toLowerCase()]));

function filter() {
  const words = byId("words").value.normalize("NFKC").toLowerCase().split(/\s+/).filter(Boolean);
  let shown = 0;
  for (const question of questions) {
    const fits =
      ["kind", "language", "split"].every((key) => !byId(key).value || question.dataset[key] === byId(key).value) &&
      (!byId("lacking").checked || question.dataset.lacking === "1") &&
      words.every((word) => texts.get(question).includes(word));
    question.hidden = !fits;
    shown += fits;
  }
  byId("count").value = `${shown} of ${questions.length}`;
}

function openTarget() {
  const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
  if (target) {
    target.hidden = false;
    target.open = true;
    target.scrollIntoView();
  }
}

byId("filters").addEventListener("input", filter);
byId("filters").addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", openTarget);
filter();
openTarget();
