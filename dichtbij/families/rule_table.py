"""Which rules does a programme follow now, and who accepted the unsure ones?"""

from dataclasses import dataclass

from dichtbij.families.models import RuleAcceptance
from dichtbij.families.rules import Rule, rules_on
from dichtbij.programmes.models import Programme
from dichtbij.shared import clock


@dataclass(frozen=True)
class Followed:
    """One rule in force, with the word on which this programme follows it."""

    rule: Rule
    acceptance: RuleAcceptance | None

    @property
    def waits(self) -> bool:
        """Tell whether nobody answered for it yet."""
        return self.rule.awaits and self.acceptance is None


def rule_table(programme: Programme) -> list[Followed]:
    """Return the rules of today, in order, with who accepted which version."""
    accepted = {
        (row.rule, row.version): row
        for row in RuleAcceptance.objects.filter(programme=programme).select_related(
            "noted_by"
        )
    }
    return [
        Followed(rule, accepted.get((rule.id, rule.version)))
        for rule in rules_on(clock.today())
    ]
