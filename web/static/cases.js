// The cases: filters, table and plots from one answer of the server, so that they always agree.
root.innerHTML = `<div class="fy-bar-place"></div><div class="fy-rows-place">${waiting}</div>`;
const [barPlace, rowsPlace] = root.children;
const ask = newest();
const BESIDE = 290; // pixels that the article's own figures take beside the plots
let barred = "";
let drawn = 0; // the width that the plots were drawn for

const form = () => barPlace.querySelector("form");

function plotWidth() {
  const style = getComputedStyle(root);
  const inner = root.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return Math.round(inner >= 900 ? inner - BESIDE : inner) - 26;
}

function rows() {
  const fields = new URLSearchParams([...new FormData(form())].filter(([, value]) => value));
  drawn = plotWidth();
  fields.set("width", drawn);
  fields.set("language", language());
  return ask(
    () => load(`/cases/rows?${fields}`),
    (text) => {
      const focused = document.activeElement && rowsPlace.contains(document.activeElement) && document.activeElement.dataset.sort;
      rowsPlace.innerHTML = text;
      way();
      if (focused) rowsPlace.querySelector(`[data-sort="${focused}"]`).focus();
    },
    rowsPlace,
  );
}

function way() {
  const shown = asked().get("show") === "plots" ? "plots" : "table";
  for (const name of ["table", "plots"]) {
    const part = rowsPlace.querySelector(`.fy-show-${name}`);
    if (!part) return;
    part.hidden = name !== shown;
    const link = rowsPlace.querySelector(`[data-show="${name}"]`);
    if (name === shown) link.setAttribute("aria-current", "true");
    else link.removeAttribute("aria-current");
  }
}

async function show() {
  if (asked().get("view") !== "cases") return;
  if (barred === language()) return way();
  barred = language();
  try {
    barPlace.innerHTML = await load(`/cases/bar?language=${barred}`);
  } catch (error) {
    barred = "";
    barPlace.replaceChildren();
    return fail(rowsPlace, error, show);
  }
  form().addEventListener("submit", (event) => event.preventDefault());
  form().addEventListener("input", soon(rows, 60));
  form().addEventListener("reset", () => setTimeout(rows));
  await rows();
}

root.addEventListener("click", (event) => {
  const sort = event.target.closest("[data-sort]");
  if (!sort) return;
  sortBy(form(), sort.dataset.sort);
  rows();
});
new ResizeObserver(
  soon(() => {
    if (form() && root.clientWidth && Math.abs(plotWidth() - drawn) > 24) rows();
  }, 200),
).observe(root);
document.addEventListener("fayan:view", show);
onLanguage(show);
show();
