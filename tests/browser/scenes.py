"""Which states of a page does no link lead to: mistakes, questions, help, print?

Each is a few steps that both the accessibility test and `./run look` take. Nothing is
saved on the way, so a running demo may be looked at too.
"""

from dataclasses import dataclass

Step = tuple[str | int, ...]  # a method of a browser's page, and what it gets


@dataclass(frozen=True)
class Scene:
    """A state of a page as one persona."""

    persona: str
    name: str
    steps: tuple[Step, ...]
    print: bool = False
    status: int = 200


SEND = "button[data-key='ctrl+enter']"
OPEN_ALL = "document.querySelectorAll('details').forEach((one) => one.open = true)"
FIRST_CHILD: tuple[Step, ...] = (
    ("goto", "/kinderen/"),
    ("click", "tbody th a >> nth=0"),
    ("wait_for_selector", "nav.tabs"),
)
SCENES = (
    Scene(
        "assistent-kampen",
        "refer-mistakes",
        (
            ("goto", "/aanmelden/"),
            ("fill", "[name=birth_date]", "31-02-2030"),
            ("click", SEND),
            ("wait_for_selector", "#errors"),
        ),
    ),
    Scene(
        "assistent-kampen",
        "refer-too-old",
        (
            ("goto", "/aanmelden/"),
            ("fill", "[name=given_name]", "Fictief"),
            ("fill", "[name=family_name]", "Achttienplus"),
            ("fill", "[name=birth_date]", "01-01-2000"),
            ("fill", "[name=contact]", "06-00000001"),
            ("click", "label:has([name=questions])"),
            ("click", SEND),
            ("wait_for_selector", "#errors"),
        ),
    ),
    Scene(
        "assistent-kampen",
        "refer-all-open",
        (
            ("goto", "/aanmelden/"),
            ("click", "details.narrower > summary"),
            ("click", "details.details > summary"),
        ),
    ),
    Scene(
        "poh-kampen",
        "judge-mistake",
        (
            ("goto", "/vandaag/"),
            ("click", "button[name=choice][value=return]"),
            ("wait_for_timeout", 300),
        ),
    ),
    Scene(
        "poh-kampen",
        "consult-mistakes",
        (
            *FIRST_CHILD,
            ("click", "a[href$='/consult/?telefoon']"),
            ("wait_for_selector", "[name=attendance]"),
            ("click", SEND),
            ("wait_for_timeout", 300),
        ),
    ),
    Scene("poh-kampen", "close-mistakes", (*FIRST_CHILD,
          ("click", "a[href$='/afsluiten/']"),
          ("wait_for_selector", "[name=outcome]"),
          ("click", SEND), ("wait_for_timeout", 300))),
    Scene("poh-kampen", "keys", (("goto", "/vandaag/"), ("press", "body", "?"))),
    Scene("poh-kampen", "search-none", (("goto", "/kinderen/?q=Bestaatniet"),)),
    Scene("poh-kampen", "search-many", (("goto", "/kinderen/?q=v"),)),
    Scene("poh-kampen", "not-there", (("goto", "/kinderen/nee/"),), status=404),
    Scene("gemeente-kampen", "not-allowed", (("goto", "/kinderen/"),), status=403),
    Scene("poh-kampen", "today-on-paper", (("goto", "/vandaag/"),), print=True),
    Scene("poh-haarlem", "agenda-on-paper", (("goto", "/agenda/"),), print=True),
    Scene("poh-kampen", "advise-mistakes", (*FIRST_CHILD,
          ("click", "nav.tabs a[href$='/netwerk/']"),
          ("click", "a[href$='/verwijsadvies/']"),
          ("wait_for_selector", "[name=destination]"),
          ("click", SEND), ("wait_for_selector", "#errors"))),
    Scene("poh-kampen", "family-all-open", (*FIRST_CHILD,
          ("click", "a[href$='/gezin/'] >> nth=0"),
          ("wait_for_selector", "#people"),
          ("evaluate", OPEN_ALL))),
    Scene("poh-kampen", "glass-none", (("goto", "/noodinzage/"),
          ("fill", "[name=name]", "Bestaat Niet"),
          ("fill", "[name=birth_date]", "2015-01-01"),
          ("click", "main form button[type=submit]"),
          ("wait_for_selector", "#errors"))),
    Scene("huisarts-kampen", "send-back-mistake", (("goto", "/te-tekenen/"),
          ("press", "body", "t"), ("wait_for_selector", "[name=reason]"),
          ("click", "main form button[type=submit]"),
          ("wait_for_timeout", 300))),
    Scene("ouder", "take-back", (("goto", "/mijn/wie-ziet-wat/"),
          ("click", "a[href^='/mijn/toestemming/'] >> nth=0"),
          ("wait_for_selector", "main form[data-once]"))),
    Scene("ouder", "everything-open", (("goto", "/mijn/wie-ziet-wat/"),
          ("evaluate", OPEN_ALL))),
    Scene("ouder", "another-time", (("goto", "/mijn/"),
          ("click", "main a[href^='/mijn/afspraak/'] >> nth=0"),
          ("wait_for_selector", ".when"), ("evaluate", OPEN_ALL))),
    Scene("ouder", "file-mistake", (("goto", "/mijn/inzage/"),
          ("click", "label:has([name=kind][value=addition])"),
          ("click", "form:has([name=kind]) button[type=submit]"),
          ("wait_for_selector", "#errors"))),
    Scene("privacy", "review-mistake", (("goto", "/inzage/"),
          ("click", "a[href^='/inzage/noodinzage/'] >> nth=0"),
          ("wait_for_selector", "[name=verdict]"),
          ("click", SEND), ("wait_for_timeout", 300))),
    Scene("niemand", "link-unknown", (("goto", "/l/onbekend/"),), status=404),
    Scene("niemand", "link-over",
          (("goto", "/overleg/00000000-0000-4000-8000-000000000000/"),), status=403),
    Scene("niemand", "sign-in-mistake", (("goto", "/inloggen/?account"),
          ("fill", "[name=login]", "iemand@demo.example"),
          ("fill", "[name=password]", "zo maar iets"),
          ("click", "main form button[type=submit]"), ("wait_for_timeout", 300))),
)  # fmt: skip
