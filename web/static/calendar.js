// The browser's own calendar beside the field of the date: it opens where there is room, and closes on Escape.
const day = element.querySelector("input");
const field = () => document.querySelector("#fy-as-of :is(input, textarea)");

element.querySelector("button").addEventListener("click", () => {
  day.value = field().value.trim(); // what is no date leaves it empty
  if (day.showPicker) day.showPicker();
  else day.focus();
});

day.addEventListener("change", () => {
  field().value = day.value;
  field().dispatchEvent(new Event("input", { bubbles: true }));
  field().focus();
});
