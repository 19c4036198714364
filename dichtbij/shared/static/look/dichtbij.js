/* Enhancements only: every task completes without this file. No eval, nothing kept in
   localStorage or sessionStorage except one choice without a person: keys on or off.
   What it shows comes from data- attributes, so from the templates' translations. */
(() => {
  "use strict";
  const $ = (selector, root = document) => root.querySelector(selector);
  const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];

  const announce = (text) => {
    const box = $("#announce");
    if (!box || !text) return;
    box.textContent = "";
    setTimeout(() => { box.textContent = text; }, 50);
  };

  const post = (url, form, body, more = {}) => {
    const token = $("[name=csrfmiddlewaretoken]", form || document);
    const headers = { "X-Requested-With": "fetch" };
    if (token) headers["X-CSRFToken"] = token.value;
    return fetch(url, { method: "POST", body, headers, credentials: "same-origin", ...more });
  };

  // --- autosave: what was typed goes to the server 2 s after the last change ----------
  const WAIT = 2000, LONGEST = 3000, RETRY = 5000;

  const typed = (form) => {
    const data = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
      const control = form.elements.namedItem(name);
      if (name === "csrfmiddlewaretoken" || typeof value !== "string") continue;
      if (control && control.closest && control.closest("[data-unsaved]")) continue;
      data.append(name, value);
    }
    return data;
  };
  const timeOf = async (answer) => {
    const said = await answer.json().catch(() => ({}));
    return said.saved_at || new Date().toLocaleTimeString("nl-NL", { hour: "2-digit", minute: "2-digit" });
  };

  class Autosave {
    constructor(form) {
      this.form = form;
      this.status = $("[data-autosave-status]", form) || document.createElement("span");
      this.last = typed(form).toString();
      this.timer = this.since = null;
      this.busy = false;
      form.addEventListener("input", () => this.changed());
      form.addEventListener("change", () => this.changed());
      form.addEventListener("submit", () => { clearTimeout(this.timer); this.ended = true; });
      document.addEventListener("visibilitychange", () => { if (document.hidden) this.save(true); });
      addEventListener("pageshow", () => { this.ended = false; });
    }

    say(kind, text) {
      this.status.classList.toggle("saved--failed", kind === "failed");
      if (this.status.textContent !== text) this.status.textContent = text;
    }

    changed() {
      if (this.ended) return;
      this.since = this.since || Date.now();
      clearTimeout(this.timer);
      const left = Math.max(0, LONGEST - (Date.now() - this.since));
      this.timer = setTimeout(() => this.save(), Math.min(WAIT, left));
    }

    async save(leaving = false) {
      const body = typed(this.form), now = body.toString();
      if (this.ended || this.busy || now === this.last) return;
      this.busy = true;
      this.since = null;
      clearTimeout(this.timer);
      try {
        const answer = await post(this.form.dataset.autosave, this.form, body, { keepalive: leaving, redirect: "manual" });
        if (answer.ok) this.kept(now, await timeOf(answer));
        else if (answer.status === 413) this.say("failed", this.status.dataset.tooLong || this.status.dataset.failed || "");
        else if (answer.type === "opaqueredirect" || answer.status === 401 || answer.status === 403) this.say("failed", this.status.dataset.signIn || this.status.dataset.failed || "");
        else this.failed();
      } catch {
        this.failed();
      }
      this.busy = false;
      if (typed(this.form).toString() !== now) this.changed();
    }

    kept(now, time) {
      this.last = now;
      this.say("saved", (this.status.dataset.saved || "%s").replace("%s", time));
    }

    failed() {
      this.say("failed", this.status.dataset.failed || "");
      this.timer = setTimeout(() => this.save(), RETRY);
    }
  }

  // --- keys ---------------------------------------------------------------------------
  const CHOICE = "dichtbij-keys";
  const keysOn = () => { try { return localStorage.getItem(CHOICE) !== "off"; } catch { return true; } };
  const setKeys = (on) => {
    try { localStorage.setItem(CHOICE, on ? "on" : "off"); } catch { /* then only on this page */ }
    document.documentElement.classList.toggle("has-keys", on);
  };
  let first = "", forget = null;

  const inText = (target) => target.isContentEditable || (target.matches("input, textarea, select") && !target.matches("[type=checkbox], [type=radio], [type=button], [type=submit]"));

  const pressed = (event) => {
    const parts = [];
    if (event.ctrlKey || event.metaKey) parts.push("ctrl");
    if (event.altKey) parts.push("alt");
    parts.push(event.key.toLowerCase());
    return parts.join("+");
  };

  const wanted = (key) => $$("[data-key]").find((element) =>
    element.dataset.key === key && !element.disabled && (element.getClientRects().length || element.closest("[popover]")));

  const use = (element) => {
    if (element.matches("input:not([type=checkbox], [type=radio]), textarea, select")) element.focus();
    else element.click();
  };

  const open = (dialog) => {
    if (!dialog || dialog.open) return;
    dialog.showModal();
    const close = $("[type=submit]", dialog);
    if (close) close.focus();
  };

  const onKey = (event) => {
    if (event.defaultPrevented || event.isComposing || !event.key) return;
    const key = pressed(event), text = inText(event.target);
    const withCtrl = key.startsWith("ctrl+") || key.startsWith("alt+");
    if (key === "escape" && text) { event.target.blur(); return; }
    if ($("dialog[open]") || (text && !withCtrl)) return;
    if (!withCtrl && key !== "escape" && !keysOn()) return;
    const pair = wanted(`${first} ${key}`), single = wanted(key);
    const element = (first && pair) || single;
    clearTimeout(forget);
    first = "";
    if (element) { event.preventDefault(); use(element); return; }
    if (key === "?") { event.preventDefault(); open($("[data-key-help]")); return; }
    if (!withCtrl && key.length === 1) { first = key; forget = setTimeout(() => { first = ""; }, 1500); }
  };

  // --- copy: data-copy="#id"; inside a form the form is posted afterwards ---------------
  const toClipboard = async (source) => {
    const text = source.value ?? source.textContent;
    if (navigator.clipboard && isSecureContext) { await navigator.clipboard.writeText(text); return; }
    const range = document.createRange();
    range.selectNodeContents(source);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    if (!document.execCommand("copy")) throw new Error("not copied");
  };

  const onCopy = async (event) => {
    const button = event.target.closest("[data-copy]");
    const source = button && $(button.dataset.copy);
    if (!source) return;
    event.preventDefault();
    try {
      await toClipboard(source);
    } catch {
      announce(button.dataset.failed);
      return;
    }
    announce(button.dataset.copied);
    const shown = button.dataset.shows ? $(button.dataset.shows) : null;
    if (shown) shown.textContent = button.dataset.copied || "";
    if (button.form && button.type === "submit") post(button.form.action, button.form, new FormData(button.form, button)).catch(() => {});
  };

  // --- once: a form is sent one time; the back button gives the buttons back -------------
  const onSubmit = (event) => {
    const form = event.target;
    if (!form.matches("[data-once]") || event.defaultPrevented) return;
    if (form.dataset.sent) { event.preventDefault(); return; }
    form.dataset.sent = "1";
    setTimeout(() => $$("button[type=submit]", form).forEach((button) => button.setAttribute("aria-disabled", "true")), 0);
  };
  const giveBack = () => $$("[data-once]").forEach((form) => {
    delete form.dataset.sent;
    $$("button[aria-disabled]", form).forEach((button) => button.removeAttribute("aria-disabled"));
  });

  // --- recognise: pasted text fills empty fields; the text itself is kept nowhere ----------
  const nameOf = (control) => {
    const label = control.labels && control.labels[0];
    return label ? label.firstChild.textContent.trim() : control.name;
  };

  const fill = (form, fields) => {
    const filled = [];
    for (const [name, value] of Object.entries(fields)) {
      const control = form.elements.namedItem(name);
      if (!control || !("value" in control) || control.value || typeof value !== "string" || !value) continue;
      control.value = value;
      const folded = control.closest("details");
      if (folded) folded.open = true;
      control.dispatchEvent(new Event("input", { bubbles: true }));
      filled.push(control.type === "hidden" ? "" : nameOf(control));
    }
    return filled.filter(Boolean);
  };

  const recognise = async (box) => {
    const form = box.closest("form"), status = $(box.dataset.status || "#recognised");
    try {
      const answer = await post(box.dataset.recognise, form, new URLSearchParams({ text: box.value }));
      if (!answer.ok) return;
      const found = await answer.json();
      const filled = fill(form, found.fields || found);
      const text = filled.length ? (box.dataset.found || "%s").replace("%s", filled.join(", ")) : box.dataset.nothing || "";
      if (status) status.textContent = text;
      announce(text);
    } catch { /* the button beside the box does the same without this script */ }
  };

  // --- start --------------------------------------------------------------------------------
  const begin = (root) => {
    const all = (selector) => $$(selector, root).concat(root.matches(selector) ? [root] : []);
    all("form[data-autosave]").forEach((form) => { form.autosave = form.autosave || new Autosave(form); });
    all("[data-dialog]").forEach((button) => { button.hidden = false; });
    const [focus] = all("[data-focus]");
    if (focus) focus.focus();
  };

  addEventListener("keydown", onKey);
  addEventListener("submit", onSubmit);
  addEventListener("pageshow", giveBack);
  addEventListener("click", onCopy);
  addEventListener("click", (event) => {
    const opener = event.target.closest("[data-dialog]");
    if (opener) open(document.getElementById(opener.dataset.dialog));
    if (event.target.closest("[data-print]")) print();
  });
  addEventListener("change", (event) => { if (event.target.matches("[data-keys-on]")) setKeys(event.target.checked); });
  addEventListener("paste", (event) => {
    if (event.target.matches("[data-recognise]")) setTimeout(() => recognise(event.target), 0);
  });
  document.addEventListener("htmx:load", (event) => { if (event.detail.elt !== document.body) begin(event.detail.elt); });

  document.documentElement.classList.toggle("has-keys", keysOn());
  $$("[data-keys-on]").forEach((box) => { box.checked = keysOn(); });
  begin(document.body);
})();
