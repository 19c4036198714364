/* Enhancements of the family pages only: every task completes without this file. */
(() => {
  "use strict";
  const $$ = (selector) => [...document.querySelectorAll(selector)];

  // Leave at once: this page goes out of the history, so "back" does not show it.
  for (const link of $$("[data-leave]")) {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      document.body.hidden = true;
      location.replace(link.href);
    });
  }
  // A page that comes back from the browser's memory asks the server again.
  addEventListener("pageshow", (event) => { if (event.persisted) location.reload(); });

  for (const form of $$("form[data-once]")) {
    form.addEventListener("submit", () => {
      setTimeout(() => { for (const button of form.querySelectorAll("button")) button.disabled = true; });
    });
  }
  for (const place of $$("[data-focus]")) place.focus();
})();
