// What the library and the cases share: pieces of HTML from the server, which escapes every word in them.
const root = element.querySelector(".fy-view");
const waiting = root.innerHTML;
const words = JSON.parse(root.dataset.words);
const RETRY_MS = 1500;
const language = () => (document.documentElement.dataset.fy === "zh" ? "zh" : "en");
const asked = () => new URLSearchParams(location.search);

// whoever cannot be reached says so in the browser's words, which are not the page's
function unreached() {
  throw new Error(words[language()].offline);
}

async function load(address, body) {
  for (;;) {
    const answer = await fetch(address, body ? { method: "POST", body } : {}).catch(unreached);
    const text = await answer.text().catch(unreached);
    if (answer.ok) return text;
    // the index is still being opened if it says when to ask again; any other 503 may last
    const starting = answer.status === 503 && answer.headers.has("Retry-After");
    if (!starting) throw Object.assign(new Error(readError(text)), { status: answer.status });
    await new Promise((done) => setTimeout(done, RETRY_MS));
  }
}

function readError(text) {
  try {
    return JSON.parse(text).error;
  } catch {
    return text.slice(0, 200);
  }
}

function fail(place, error, again) {
  const note = document.createElement("p");
  note.className = "fy-none";
  note.setAttribute("role", "alert");
  note.textContent = error.message;
  place.replaceChildren(note);
  if (error.status === 404) return; // it will not be there the next time either
  const button = document.createElement("button");
  button.type = "button";
  button.className = "fy-go";
  button.textContent = words[language()].again;
  button.addEventListener("click", () => {
    place.innerHTML = waiting;
    again();
  });
  place.append(button);
}

// the newest request alone may draw; what fails says so in its place, and `failed` adds to that
function newest(failed = () => {}) {
  let count = 0;
  return async function ask(make, draw, place) {
    const own = ++count;
    try {
      const text = await make();
      if (own === count) draw(text);
    } catch (error) {
      if (own !== count) return;
      fail(place, error, () => ask(make, draw, place));
      failed();
    }
  };
}

function soon(action, ms) {
  let timer = 0;
  return () => {
    clearTimeout(timer);
    timer = setTimeout(action, ms);
  };
}

// a click on a column's head sorts by it, a second one turns the order round
function sortBy(form, column) {
  const same = form.elements.sort.value === column;
  form.elements.descending.checked = same && !form.elements.descending.checked;
  form.elements.sort.value = column;
}

const onLanguage = (action) =>
  new MutationObserver(action).observe(document.documentElement, { attributes: true, attributeFilter: ["data-fy"] });
