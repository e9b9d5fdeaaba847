// The reader's own documents: listed, added with progress, removed after a question. All text goes in as text.
const root = element.querySelector(".fy-documents");
const page = JSON.parse(root.dataset.page);
const state = root.querySelector(".fy-documents-state");
const table = root.querySelector("table");
const rows = root.querySelector("tbody");
const uploads = root.querySelector(".fy-uploads");
const queue = root.querySelector(".fy-uploads ul");
const dialog = root.querySelector("dialog");
const drop = root.querySelector(".fy-drop");
const picker = root.querySelector("input[type=file]");
const POLL_MS = 2000;
const removing = new Set(); // the ids of those on their way out, which takes seconds
let shown = [];
let sending = Promise.resolve();
let polling = null;

function say(name, values = {}) {
  const text = page.words[document.documentElement.dataset.fy || "en"][name];
  return text.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? values[key] : whole));
}

function make(tag, text, name) {
  const made = document.createElement(tag);
  if (text !== undefined) made.textContent = text;
  if (name) made.className = name;
  return made;
}

function button(name, title, action) {
  const made = make("button", say(name), "fy-go");
  made.type = "button";
  made.setAttribute("aria-label", `${say(name)}: ${title}`);
  made.addEventListener("click", action);
  return made;
}

async function list() {
  clearTimeout(polling);
  let held;
  try {
    const answer = await fetch("/api/documents");
    if (!answer.ok) throw new Error(answer.status);
    held = (await answer.json()).documents;
  } catch {
    state.textContent = say("list_failed");
    return;
  }
  shown = held;
  state.textContent = held.length ? "" : say("none");
  draw();
  if (held.some((document) => document.status !== "ready")) polling = setTimeout(list, POLL_MS);
}

function draw() {
  table.hidden = !shown.length;
  rows.replaceChildren(...shown.map(row));
}

function row(held) {
  const made = make("tr");
  const title = make("th");
  title.scope = "row";
  title.append(make("span", held.title, "fy-document-title"));
  if (held.name.replace(/\.[^.]*$/, "") !== held.title) title.append(make("span", held.name, "fy-document-name fy-soft"));
  const day = make("time", new Date(held.added).toLocaleDateString("sv", { timeZone: page.zone })); // Swedish days are ISO's
  day.dateTime = held.added;
  const added = make("td");
  added.append(day);
  const ready = held.status === "ready";
  const status = make("td");
  const going = removing.has(held.id);
  const standing = going ? "removing" : ready ? "ready" : "indexing";
  status.append(make("span", say(standing), `fy-badge ${standing === "ready" ? "fy-in_force" : "fy-amended"}`));
  if (held.shared) status.append(" ", make("span", say("shared"), "fy-badge"));
  if (held.reason) status.append(" ", make("span", held.reason, "fy-soft"));
  const actions = make("td", undefined, "fy-row-actions");
  if (ready) actions.append(button("ask", held.title, () => trigger("select", { index: 0, value: held.id })));
  if (!held.shared) actions.append(button("remove", held.title, () => confirmRemoval(held)));
  actions.querySelectorAll("button").forEach((own) => (own.disabled = going));
  if (going) made.className = "fy-going";
  made.append(title, make("td", held.passages.toLocaleString("en")), added, status, actions);
  const names = ["", "col_passages", "col_added", "col_status", ""]; // the heads of the columns, where a row is a card
  [...made.children].forEach((cell, n) => names[n] && (cell.dataset.name = say(names[n])));
  return made;
}

function confirmRemoval(held) {
  dialog.querySelector("h3").textContent = say("confirm", { title: held.title });
  dialog.returnValue = "keep";
  dialog.onclose = () => dialog.returnValue === "remove" && remove(held);
  dialog.showModal();
}

async function remove(held) {
  removing.add(held.id);
  draw();
  picker.focus({ preventScroll: true });
  const answer = await fetch(`/api/documents/${encodeURIComponent(held.id)}`, { method: "DELETE" }).catch(() => null);
  const body = answer && !answer.ok ? await answer.json().catch(() => ({})) : {};
  removing.delete(held.id);
  draw();
  await list();
  if (answer && answer.ok) state.textContent = say("removed", { title: held.title });
  else if (answer) state.textContent = (answer.status === 401 ? "" : body.error) || say("refused", { status: answer.status });
  else state.textContent = say("remove_failed");
}

function add(files) {
  for (const file of files) {
    const item = make("li");
    const outcome = make("span", say("waiting"), "fy-outcome");
    item.append(make("span", file.name, "fy-file"), outcome);
    queue.append(item);
    uploads.hidden = false;
    // one after the other: a file that fails does not keep the others from going in
    sending = sending.then(() => send(file, item, outcome));
  }
  sending = sending.then(list);
}

function send(file, item, outcome) {
  if (file.size > page.max_bytes) return finish(item, outcome, false, say("too_large", { limit: page.max_mb }));
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    const bar = make("progress");
    bar.max = 1;
    bar.value = 0;
    bar.setAttribute("aria-label", `${say("sending")}: ${file.name}`);
    outcome.replaceChildren(say("sending"), " ", bar);
    request.upload.onprogress = (event) => event.lengthComputable && (bar.value = event.loaded / event.total);
    request.upload.onload = () => {
      bar.removeAttribute("value"); // how long this takes is not known
      outcome.replaceChildren(say("reading"), " ", bar);
    };
    request.onerror = () => resolve(finish(item, outcome, false, say("failed")));
    request.onload = () => {
      let body = {};
      try {
        body = JSON.parse(request.responseText);
      } catch {
        // an answer that is not ours
      }
      const missing = body.reason ? `; ${body.reason}` : "";
      const words = { 201: () => say("added", body) + missing, 200: () => say("known") + missing }[request.status];
      // what a login that is over says is for programs; the page has its own words for it
      const refused = () => (request.status === 401 ? "" : body.error) || say("refused", { status: request.status });
      resolve(finish(item, outcome, Boolean(words), (words || refused)()));
      list();
    };
    const form = new FormData();
    form.append("file", file);
    request.open("POST", "/api/documents");
    request.send(form);
  });
}

function finish(item, outcome, good, words) {
  item.className = good ? "fy-good" : "fy-bad";
  outcome.textContent = `${good ? "✓" : "✗"} ${words}`;
  state.textContent = `${item.firstChild.textContent}: ${words}`;
}

picker.addEventListener("change", () => {
  add([...picker.files]);
  picker.value = "";
});
root.querySelector(".fy-clear-uploads").addEventListener("click", () => {
  queue.querySelectorAll(".fy-good, .fy-bad").forEach((item) => item.remove());
  uploads.hidden = !queue.children.length;
});
for (const name of ["dragover", "dragleave", "drop"]) {
  root.addEventListener(name, (event) => {
    event.preventDefault();
    drop.classList.toggle("fy-over", name === "dragover");
    if (name === "drop") add([...event.dataTransfer.files]);
  });
}
new IntersectionObserver((seen) => seen.some((entry) => entry.isIntersecting) && list()).observe(root);
