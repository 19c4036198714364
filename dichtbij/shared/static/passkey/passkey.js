/* Asks the browser for a passkey. A form says what for: data-passkey="create", "get" or
   "login"; the options stand in #passkey-options, for "login" they are asked for. Without
   this script such a form stays hidden: an app with codes does the same. */
(() => {
  "use strict";
  const bytes = (text) => Uint8Array.from(
    atob(text.replace(/-/g, "+").replace(/_/g, "/")), (sign) => sign.charCodeAt(0));
  const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");

  const binary = (options) => {
    const copy = structuredClone(options);
    copy.challenge = bytes(copy.challenge);
    if (copy.user) copy.user.id = bytes(copy.user.id);
    for (const list of [copy.excludeCredentials, copy.allowCredentials]) {
      for (const item of list || []) item.id = bytes(item.id);
    }
    return copy;
  };

  const plain = (credential) => {
    const answer = credential.response, response = { clientDataJSON: text(answer.clientDataJSON) };
    for (const name of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
      if (answer[name]) response[name] = text(answer[name]);
    }
    return {
      id: credential.id, rawId: text(credential.rawId), type: credential.type, response,
      clientExtensionResults: credential.getClientExtensionResults(),
    };
  };

  const optionsOf = async (form) => {
    const here = form.querySelector("#passkey-options");
    if (here) return JSON.parse(here.textContent);
    const answer = await fetch(form.action, { headers: { Accept: "application/json" }, credentials: "same-origin" });
    if (!answer.ok) throw new Error("no options");
    return answer.json();
  };

  const ask = async (form) => {
    const told = await optionsOf(form);
    const create = form.dataset.passkey === "create";
    const publicKey = binary((told.creation_options || told.request_options).publicKey);
    return create ? navigator.credentials.create({ publicKey }) : navigator.credentials.get({ publicKey });
  };

  const start = (form) => {
    const status = form.querySelector("[data-passkey-status]");
    const credential = form.elements.namedItem("credential");
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      status.textContent = "";
      try {
        credential.value = JSON.stringify(plain(await ask(form)));
      } catch {
        status.textContent = form.dataset.failed || "";
        return;
      }
      form.submit();
    });
  };

  if (window.PublicKeyCredential) document.querySelectorAll("form[data-passkey]").forEach(start);
})();
