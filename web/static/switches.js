// The switches in the head. Only the choice is kept: the language in one cookie, the look in another.
const YEAR_S = 31536000;

function keep(name, value) {
  document.cookie = `${name}=${value}; path=/; max-age=${value ? YEAR_S : 0}; samesite=lax`;
}

element.addEventListener("click", (event) => {
  const language = event.target.closest(".fy-language");
  if (language) {
    keep("fayan_language", language.dataset.language);
    location.reload(); // Gradio reads its own labels' language once
  }
  if (event.target.closest(".fy-look")) {
    const dark = document.body.classList.toggle("dark");
    const system = matchMedia("(prefers-color-scheme:dark)").matches;
    keep("fayan_look", dark === system ? "" : dark ? "dark" : "light"); // as the system has it: follow the system
  }
  if (event.target.closest(".fy-skip")) {
    event.preventDefault();
    window.fayanToBox();
  }
});
