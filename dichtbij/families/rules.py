"""Which rules of law does the engine follow: in which version, since when, how sure?

A rule is never changed: a new version follows it, from a day on. Rules that await a
lawyer say so; who accepted them for which programme is kept (R27).
Source: domain.md 4, Jeugdwet 7.3.4-7.3.17, BW 1:245 and further, 7:450-465.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

JEUGDWET = date(2015, 1, 1)
IN_FORCE, AWAITS = "in force", "awaits a lawyer"
STATUS = {IN_FORCE: _("in force"), AWAITS: _("awaits a lawyer")}


@dataclass(frozen=True)
class Rule:
    """One version of one rule; the last day it counted is None while it counts."""

    id: str
    sentence: Any
    source: str
    status: str = IN_FORCE
    version: int = 1
    valid_from: date = JEUGDWET
    valid_until: date | None = None

    def counts(self, on: date) -> bool:
        """Tell whether it counts on a day."""
        ended = self.valid_until is not None and self.valid_until < on
        return self.valid_from <= on and not ended

    @property
    def awaits(self) -> bool:
        """Tell whether a lawyer still has to confirm it."""
        return self.status == AWAITS

    @property
    def status_words(self) -> Any:
        """Return the status in words."""
        return STATUS[self.status]


RULES = (
    Rule(
        "LR-01",
        _("Under 12 everyone with authority agrees; the child's view is noted."),
        "Jeugdwet 7.3.4",
    ),
    Rule(
        "LR-02",
        _("From 12 to 15 the young person and everyone with authority agree."),
        "Jeugdwet 7.3.4",
    ),
    Rule(
        "LR-03",
        _(
            "From 12 to 15 help goes on without a parent on one of two grounds: "
            "serious disadvantage, or the young person keeps wanting it after a "
            "refusal."
        ),
        "Jeugdwet 7.3.4 (2)",
        AWAITS,
    ),
    Rule("LR-04", _("From 16 the young person alone agrees."), "Jeugdwet 7.3.4"),
    Rule(
        "LR-05",
        _(
            "Who is 12 or older and cannot weigh interests is spoken for by who has "
            "authority; the judgement is noted with author and date."
        ),
        "Jeugdwet 7.3.4; BW 7:465",
        AWAITS,
    ),
    Rule(
        "LR-06",
        _(
            "Age is that of the day itself. At 12, 16 and 18 consent is confirmed "
            "again and rights change at midnight."
        ),
        "Jeugdwet 7.3.4-7.3.5",
    ),
    Rule(
        "LR-07",
        _("Who agreed, to what, when and how is noted; by word of mouth is allowed."),
        "BW 7:450",
    ),
    Rule(
        "LR-08",
        _("Taking consent back works at once; what was shared stays in the log."),
        "AVG 7 (3)",
    ),
    Rule(
        "LR-09",
        _("Sharing with a school and with the CJG are consents of their own."),
        "Jeugdwet 7.3.11",
    ),
    Rule(
        "LR-10",
        _("In an emergency consent is presumed, noted within 24 hours."),
        "BW 7:466",
        AWAITS,
    ),
    Rule(
        "LR-11",
        _("The practitioner finds out who has authority and notes source and date."),
        "BW 1:245; BW 1:244",
    ),
    Rule(
        "LR-12",
        _("Two parents with authority are two consents, also after a divorce."),
        "BW 1:251",
    ),
    Rule(
        "LR-13",
        _(
            "A parent without authority does not agree and does not read the file; on "
            "request the important facts are told."
        ),
        "BW 1:377c",
        AWAITS,
    ),
    Rule(
        "LR-14",
        _("A parent never sees the other parent's address, messages or part."),
        "Jeugdwet 7.3.10",
    ),
    Rule(
        "LR-15",
        _(
            "Under a supervision order parents keep authority; the institution gets "
            "what it needs for the order."
        ),
        "Jeugdwet 7.3.11 (4)",
    ),
    Rule(
        "LR-16",
        _(
            "Before 2023 a second parent who is not married has authority only when "
            "registered; since then recognition gives it. Only a warning is shown."
        ),
        "BW 1:251b",
        AWAITS,
        valid_from=date(2023, 1, 1),
    ),
    Rule(
        "LR-24",
        _(
            "The young person reads the file from 12, parents with authority until 16; "
            "after that only with the young person's consent."
        ),
        "Jeugdwet 7.3.10",
    ),
    Rule(
        "LR-30",
        _("Nobody learns anything without consent but those directly involved."),
        "Jeugdwet 7.3.11",
    ),
    Rule(
        "LR-31",
        _("Who is involved shows from a care relation with a first and a last day."),
        "Jeugdwet 7.3.11 (2)",
    ),
    Rule(
        "LR-32",
        _("The GP who referred gets what is needed; from 16 one may object."),
        "Jeugdwet 7.3.11 (2)",
    ),
    Rule(
        "LR-33",
        _("School, CJG and local team are not involved by themselves: consent each."),
        "Jeugdwet 7.3.11",
    ),
    Rule(
        "LR-34",
        _("The municipality gets nothing by which a child can be known."),
        "Jeugdwet 7.4",
        AWAITS,
    ),
    Rule(
        "R18",
        _("Helped without parents: nothing reaches a parent."),
        "Jeugdwet 7.3.10; 7.3.11",
    ),
    Rule(
        "R25",
        _("What a family sees can be held back for safety, with a reason and a day."),
        "Jeugdwet 7.3.10",
    ),
)


def rules_on(on: date) -> list[Rule]:
    """Return the versions that count on a day, in the order of the table."""
    return [rule for rule in RULES if rule.counts(on)]


def rule_on(number: str, on: date) -> Rule | None:
    """Return the version of a rule that counts on a day; None: it did not exist."""
    return next((rule for rule in rules_on(on) if rule.id == number), None)


def version_of(number: str, version: int) -> Rule | None:
    """Return one version of one rule."""
    found = (r for r in RULES if (r.id, r.version) == (number, version))
    return next(found, None)
