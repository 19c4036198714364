"""How does a test fill in a form of a page without a browser?"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

import httpx

BOX = ("radio", "checkbox")


@dataclass
class Form:
    """One form with what stands in it; a button is pressed by its name."""

    action: str
    fields: dict[str, list[str]] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)


class Forms(HTMLParser):
    """Collects the forms of a page, each with what it would send as it stands."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._select = self._textarea = ""
        self.feed(page)

    def handle_starttag(
        self, tag: str, attributes: list[tuple[str, str | None]]
    ) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.found.append(Form(given.get("action", "")))
        elif self.found and tag in ("input", "select", "textarea", "option"):
            self._control(tag, given)

    def _control(self, tag: str, given: dict[str, str]) -> None:
        form, name = self.found[-1], given.get("name", "")
        if tag == "select":
            self._select = name
        elif tag == "textarea":
            self._textarea = name
            form.fields[name] = [""]
        elif tag == "option":
            self._option(form, given)
        elif given.get("type") in BOX:
            form.choices.setdefault(name, []).append(given.get("value", "on"))
            if "checked" in given:
                form.fields.setdefault(name, []).append(given.get("value", "on"))
        elif name:
            form.fields.setdefault(name, []).append(given.get("value", ""))

    def _option(self, form: Form, given: dict[str, str]) -> None:
        form.choices.setdefault(self._select, []).append(given.get("value", ""))
        if "selected" in given or self._select not in form.fields:
            form.fields[self._select] = [given.get("value", "")]

    def handle_data(self, data: str) -> None:
        if self._textarea:
            self.found[-1].fields[self._textarea][0] += data.lstrip("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self._textarea = ""


def form_to(page: httpx.Response, action: str = "") -> Form:
    """Return the form of a page that goes to an address; "": to the page itself."""
    assert page.status_code == 200, (page.url, page.status_code)
    for form in Forms(page.text).found:
        if form.action.partition("?")[0] == action and "csrfmiddlewaretoken" in (
            form.fields
        ):
            return form
    raise AssertionError(f"no form to {action or 'itself'} on {page.url}")


def send(
    browser: httpx.Client, address: str, action: str = "", /, **typed: str | list[str]
) -> httpx.Response:
    """Open a page, fill in its form and send it; follow where it leads."""
    page = browser.get(address, follow_redirects=True)
    form = form_to(page, action)
    return browser.post(
        action or str(page.url),
        data={**form.fields, **typed},
        headers={"Referer": str(page.url)},
        follow_redirects=True,
    )
