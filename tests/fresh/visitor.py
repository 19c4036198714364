"""How does somebody use the pages without a browser? Forms, cookies, no JavaScript."""

import re
import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.cookiejar import CookieJar
from urllib.error import HTTPError
from urllib.parse import urlencode, urljoin
from urllib.request import HTTPCookieProcessor, OpenerDirector, Request, build_opener


@dataclass
class Form:
    """One form of a page with what is filled in already."""

    action: str = ""
    fields: dict[str, list[str]] = field(default_factory=dict)
    choices: dict[str, list[str]] = field(default_factory=dict)
    buttons: list[tuple[str, str]] = field(default_factory=list)


class Forms(HTMLParser):
    """Collects the forms of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[Form] = []
        self._select = ""
        self.feed(page)

    def handle_starttag(
        self, tag: str, attributes: list[tuple[str, str | None]]
    ) -> None:
        given = {name: value or "" for name, value in attributes}
        if tag == "form":
            self.found.append(Form(action=given.get("action", "")))
        elif self.found:
            self._take(tag, given)

    def _take(self, tag: str, given: dict[str, str]) -> None:
        form, name = self.found[-1], given.get("name", "")
        kind = given.get("type", "submit" if tag == "button" else "text")
        if tag == "select":
            self._select = name
        elif tag == "option" and self._select:
            form.choices.setdefault(self._select, []).append(given.get("value", ""))
            if "selected" in given:
                form.fields.setdefault(self._select, []).append(given["value"])
        elif kind in ("submit", "button") and name:
            form.buttons.append((name, given.get("value", "")))
        elif kind in ("radio", "checkbox") and name:
            form.choices.setdefault(name, []).append(given.get("value", "on"))
            if "checked" in given:
                form.fields.setdefault(name, []).append(given.get("value", "on"))
        elif tag in ("input", "textarea") and name:
            form.fields.setdefault(name, []).append(given.get("value", ""))

    def handle_endtag(self, tag: str) -> None:
        if tag == "select":
            self._select = ""


def errors_of(page: str) -> list[str]:
    """Return the fields that the page marks as wrong."""
    wrong = re.findall(r"<[^>]*aria-invalid=\"true\"[^>]*>", page)
    return [found for tag in wrong for found in re.findall(r'name="([^"]*)"', tag)]


class Visitor:
    """Somebody with a browser of the simplest kind."""

    def __init__(self, address: str) -> None:
        self.address = address
        self.opener: OpenerDirector = build_opener(HTTPCookieProcessor(CookieJar()))
        self.here = address

    def get(self, path: str) -> str:
        return self._open(Request(urljoin(self.here, path)))

    def send(self, form: Form, **typed: str | list[str]) -> str:
        """Submit a form as it stands with some fields changed."""
        fields = {**form.fields, **typed}
        data = urlencode(fields, doseq=True).encode()
        request = Request(urljoin(self.here, form.action or self.here), data)
        request.add_header("Referer", self.here)
        return self._open(request)

    def form_to(self, page: str, action: str) -> Form:
        """Return the form of the page that goes to this address."""
        for form in Forms(page).found:
            if urljoin(self.here, form.action or self.here).endswith(action):
                return form
        raise LookupError(f"no form to {action} on {self.here}")

    def sign_in(self, persona: str) -> str:
        page = self.get("/inloggen/")
        return self.send(self.form_to(page, f"/demo/als/{persona}/"))

    def _open(self, request: Request) -> str:
        try:
            with self.opener.open(request, timeout=30) as answer:
                self.here = answer.geturl()
                text: str = answer.read().decode()
        except HTTPError as error:
            text = error.read().decode(errors="replace")[:2000]
            raise LookupError(f"{request.full_url}: {error.code}\n{text}") from error
        return text

    def refer(self, surname: str) -> str:
        """Refer a child by the seven questions; book the first free time, or wait.

        Return the page that follows. Raises LookupError where a person is stopped.
        """
        told: dict[str, str | list[str]] = {
            "given_name": "Fenna",
            "family_name": surname,
            "birth_date": f"14-03-{time.localtime().tm_year - 9}",
            "contact": "06-0000 0000",
            "questions": ["EMO"],
            "sentence": "Slaapt slecht en wil niet naar school.",
            "giver": "parents",
        }
        page = self.get("/aanmelden/")
        page = self.send(self.form_to(page, "/aanmelden/"), **told)
        if self.here.endswith("/aanmelden/") and 'name="same"' in page:
            form = self.form_to(page, "/aanmelden/")  # somebody who sounds the same
            page = self.send(form, **told, same="other")
        if self.here.endswith("/aanmelden/"):
            raise LookupError(f"not accepted: {errors_of(page)}")
        form = self.form_to(page, self.here)
        times = form.choices.get("slot")
        page = self.send(form, **({"slot": times[0]} if times else {"act": "wait"}))
        if errors_of(page):
            raise LookupError(f"not booked: {errors_of(page)}")
        return page
