/* Enhancements of the answering pages: every question can be answered without this file. */
(() => {
  "use strict";
  const wait = 3000;

  // What is typed is kept while typing; the button sends it.
  for (const box of document.querySelectorAll("textarea[data-keep]")) {
    let timer = 0, kept = box.value;
    const keep = () => {
      clearTimeout(timer);
      timer = 0;
      if (box.value === kept) return;
      const told = new FormData(box.form), now = box.value;
      told.delete("once");
      told.append("keep", "1");
      fetch(location.href, { method: "POST", body: told, credentials: "same-origin", keepalive: true })
        .then((answer) => { if (answer.ok) kept = now; }, () => {})
        .finally(() => { if (box.value !== kept && !timer) timer = setTimeout(keep, wait); });
    };
    box.addEventListener("input", () => { if (!timer) timer = setTimeout(keep, wait); });
    document.addEventListener("visibilitychange", () => { if (document.hidden) keep(); });
    box.form.addEventListener("submit", () => { clearTimeout(timer); kept = box.value; });
  }

  // Read the question and the answers aloud where the browser can.
  for (const button of document.querySelectorAll("[data-speak]")) {
    if (!("speechSynthesis" in window)) continue;
    button.hidden = false;
    button.addEventListener("click", () => {
      const said = [...document.querySelectorAll("[data-read], .choices .tap")].map((one) => one.textContent.trim());
      const words = new SpeechSynthesisUtterance(said.join(". "));
      words.lang = button.lang;
      speechSynthesis.cancel();
      speechSynthesis.speak(words);
    });
  }
})();
