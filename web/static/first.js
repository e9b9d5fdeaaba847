// Before the first thing is drawn: the page's language and look, as chosen or as the browser has them.
(() => {
  const chosen = (name) => (document.cookie.match(`(?:^|; )${name}=(\\w+)`) || [])[1];
  const language = chosen("fayan_language");
  const wanted = { en: "en", zh: "zh-CN" }[language];
  if (wanted) {
    Object.defineProperty(navigator, "language", { get: () => wanted });
    Object.defineProperty(navigator, "languages", { get: () => [wanted] });
  }
  const own = navigator.language.toLowerCase().startsWith("zh") ? "zh-CN" : "en";
  document.documentElement.lang = own;
  document.documentElement.dataset.fy = own.slice(0, 2);

  const look = chosen("fayan_look");
  if (look !== "dark" && look !== "light") return;
  const ask = window.matchMedia.bind(window);
  // Gradio asks in exactly these words; the style sheets and our own scripts still learn what the system has
  window.matchMedia = (query) =>
    query === "(prefers-color-scheme: dark)"
      ? { matches: look === "dark", media: query, addEventListener() {}, removeEventListener() {} }
      : ask(query);
})();
