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
  byId("count").value = `${shown} / ${questions.length}`;
}

function openTarget() {
  const target = location.hash && byId(decodeURIComponent(location.hash.slice(1)));
  if (!target) return;
  const question = target.closest(".question");
  if (question) {
    question.hidden = false;
    question.open = true;
  }
  target.scrollIntoView();
}

function show(language) {
  document.documentElement.dataset.ui = language;
  document.documentElement.lang = language === "zh" ? "zh-Hans" : "en";
  for (const option of document.querySelectorAll("option")) option.textContent = option.dataset[language];
  for (const button of document.querySelectorAll("button[data-ui]"))
    button.setAttribute("aria-pressed", String(button.dataset.ui === language));
}

for (const button of document.querySelectorAll("button[data-ui]"))
  button.addEventListener("click", () => show(button.dataset.ui));
for (const [id, open] of [["open", true], ["close", false]])
  byId(id).addEventListener("click", () => questions.forEach((question) => (question.open = open && !question.hidden)));
byId("filters").addEventListener("input", filter);
byId("filters").addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", openTarget);
show(navigator.language.toLowerCase().startsWith("zh") ? "zh" : "en");
filter();
openTarget();
