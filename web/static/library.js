// The library: the list with its filters, and the page of an authority.
root.innerHTML = `<div class="fy-list"><div class="fy-bar-place"></div><div class="fy-rows-place">${waiting}</div></div>
  <div class="fy-page" hidden></div>`;
const [list, page] = root.children;
const [barPlace, rowsPlace] = list.children;
const askRows = newest();
const askPage = newest(leadBack);
let listed = "";
let opened = "";
let left = 0; // where the list was scrolled to
let from = ""; // the authority that is come back from

const form = () => barPlace.querySelector("form");
const scroller = () => (root.scrollHeight > root.clientHeight + 1 && getComputedStyle(root).overflowY === "auto" ? root : document.scrollingElement);

function rows() {
  if (!form()) return undefined; // opened twice at once: the first time is still loading the filters, and lists then
  remember();
  const body = new FormData(form());
  return askRows(
    () => load(`/library/rows?language=${language()}`, body),
    (text) => {
      const focused = document.activeElement && rowsPlace.contains(document.activeElement) && document.activeElement.dataset.sort;
      rowsPlace.innerHTML = text;
      const counts = JSON.parse(rowsPlace.firstElementChild.dataset.counts);
      for (const number of barPlace.querySelectorAll("[data-kind]")) number.textContent = counts[number.dataset.kind];
      if (focused) rowsPlace.querySelector(`[data-sort="${focused}"]`).focus();
    },
    rowsPlace,
  );
}

async function showList() {
  page.hidden = true;
  list.hidden = false;
  if (listed !== language()) {
    listed = language();
    try {
      barPlace.innerHTML = await load(`/library/bar?language=${listed}`);
    } catch (error) {
      listed = "";
      barPlace.replaceChildren();
      return fail(rowsPlace, error, showList);
    }
    const form = barPlace.querySelector("form");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", soon(rows, 250));
    form.addEventListener("reset", () => setTimeout(rows));
  }
  restore();
  await rows();
  scroller().scrollTop = left;
  const link = from && document.activeElement === document.body && rowsPlace.querySelector(`a[href$="authority=${CSS.escape(from)}"]`);
  if (link) link.focus({ preventScroll: true });
  from = "";
}

// The search stands in the address behind a #, which is sent nowhere, so that a reload comes back to it.
function remember() {
  if (asked().get("view") !== "library" || asked().get("authority")) return;
  const fields = new URLSearchParams([...new FormData(form())].filter(([name, value]) => value && value !== "best"));
  const address = `${location.pathname}${location.search}${fields.size ? `#${fields}` : ""}`;
  if (address !== location.pathname + location.search + location.hash) history.replaceState(history.state, "", address);
}

function restore() {
  const fields = new URLSearchParams(location.hash.slice(1));
  if (!fields.size) return;
  for (const field of form().elements) {
    if (!field.name) continue;
    if (field.type === "checkbox") field.checked = fields.getAll(field.name).includes(field.value);
    else field.value = fields.get(field.name) || (field.name === "sort" ? "best" : "");
  }
}

function showPage(authority) {
  from = authority;
  if (!list.hidden) left = scroller().scrollTop;
  const fields = asked();
  const key = `${authority} ${language()}`;
  list.hidden = true;
  page.hidden = false;
  if (opened === key && !fields.has("passage")) return aim(fields);
  if (!opened.startsWith(`${authority} `)) page.innerHTML = waiting;
  opened = "";
  fields.set("language", language());
  fields.delete("view");
  return askPage(
    () => load(`/library/authorities/${encodeURIComponent(authority)}?${fields}`),
    (text) => {
      page.innerHTML = text;
      if (!fields.has("passage")) opened = key;
      scroller().scrollTop = 0;
      const title = page.querySelector("h2");
      if (title) title.focus({ preventScroll: true });
      const side = page.querySelector(".fy-toc details");
      if (side && matchMedia("(max-width: 899px)").matches) side.open = false;
      aim(asked());
    },
    page,
  );
}

// what cannot be shown has no way back of its own
function leadBack() {
  const link = document.createElement("a");
  link.className = "fy-go fy-to-list";
  link.href = "/?view=library";
  link.textContent = `‹ ${words[language()].back}`;
  page.prepend(link);
}

// goes to the article that the address names, and marks it
function aim(fields) {
  const article = fields.get("article");
  const sections = [...page.querySelectorAll(".fy-art")];
  const target = page.querySelector(".fy-authority");
  const name = article || (target && target.dataset.target);
  const section = name && sections.find((one) => one.dataset.key === name);
  for (const old of page.querySelectorAll(".fy-target")) old.classList.remove("fy-target");
  if (!section) return void (scroller().scrollTop = 0);
  const hit = section.querySelector("#fy-lib-hit");
  const lines = fields.get("paragraph") ? section.querySelectorAll(`[data-paragraph="${CSS.escape(fields.get("paragraph"))}"]`) : [];
  if (!hit) (lines.length ? [...lines] : [section]).forEach((one) => one.classList.add("fy-target"));
  const place = hit || (lines.length ? lines[0] : section);
  const scroll = () => place.scrollIntoView({ block: place === section ? "start" : "center" });
  scroll();
  // articles above are drawn only now, and push it away
  requestAnimationFrame(() => requestAnimationFrame(scroll));
}

function show() {
  if ((asked().get("view") || "ask") !== "library") return;
  const authority = asked().get("authority");
  if (authority) showPage(authority);
  else showList();
}

function goTo(typed) {
  const digits = "一二三四五六七八九十";
  const text = typed.normalize("NFKC").trim().toLowerCase().replace(/^(art(icle|\.)?|第)\s*/, "");
  const found = text.match(/^(\d{1,4}|[零〇一二两三四五六七八九十百千]+)\s*条?\s*(?:(?:-|之)\s*(\d{1,2}|[一二三四五六七八九十]))?\s*(?:第?\(?\s*(\d{1,2}|[一二三四五六七八九十])\s*\)?款?)?$/);
  if (!found) return false;
  const plain = (sign) => (sign && digits.includes(sign) ? String(digits.indexOf(sign) + 1) : sign);
  const inserted = plain(found[2]);
  const section = [...page.querySelectorAll(".fy-art")].find((one) =>
    /^\d/.test(found[1])
      ? one.dataset.number === found[1] + (inserted ? `-${inserted}` : "")
      : one.dataset.key === `第${found[1]}条` + (inserted ? `之${digits[inserted - 1]}` : ""),
  );
  if (!section) return false;
  go(section.dataset.key, plain(found[3]));
  return true;
}

function go(article, paragraph) {
  const fields = new URLSearchParams({ view: "library", authority: asked().get("authority"), article });
  if (paragraph) fields.set("paragraph", paragraph);
  if (`?${fields}` !== location.search) history.pushState(null, "", `/?${fields}`);
  aim(fields);
}

root.addEventListener("click", (event) => {
  const sort = event.target.closest("[data-sort]");
  if (sort) {
    sortBy(form(), sort.dataset.sort);
    rows();
  }
  const inner = event.target.closest('a[href^="#u-"]');
  const section = inner && document.getElementById(inner.getAttribute("href").slice(1));
  if (section) {
    event.preventDefault();
    go(section.dataset.key);
  }
});
root.addEventListener("submit", (event) => {
  if (!event.target.matches(".fy-goto")) return;
  event.preventDefault();
  event.target.querySelector("[role=alert]").hidden = goTo(event.target.elements.place.value);
});
document.addEventListener("fayan:view", show);
onLanguage(() => {
  opened = "";
  show();
});
show();
