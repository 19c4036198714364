"""What is shown of voices: how many were asked, what they say, and their summary?"""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from dichtbij.evaluation.models import Party, Voice, VoiceRequest, VoiceSummary
from dichtbij.evaluation.voices import LEAST_VOICES, PEOPLE
from dichtbij.organisations.models import User
from dichtbij.portal.programme.evaluation_form import SummaryForm
from dichtbij.shared.walls import standing


def _mine(holder_id: int) -> bool:
    where = standing()
    return where is not None and holder_id in where.holders


def asked_of(requests: Sequence[VoiceRequest]) -> list[dict[str, Any]]:
    """Return per party how many of one's own employer were asked and answered."""
    own = [one for one in requests if _mine(one.holder_id)]
    asked = Counter(one.party for one in own)
    answered = Counter(one.party for one in own if one.answered_on)
    return [
        {
            "label": Party(party).label,
            "asked": asked[party],
            "answered": answered[party],
        }
        for party in PEOPLE
        if asked[party]
    ]


def parties_of(
    said: Sequence[Voice],
    written: Sequence[VoiceSummary],
    user: User,
    form: SummaryForm,
    typed: str,
) -> list[dict[str, Any]]:
    """Return per party its voices, its summary, and the form to write one.

    `form` holds what was typed for the party `typed` and refused.
    """
    summaries = {one.party: one for one in written if _mine(one.holder_id)}
    found = []
    for party in PEOPLE:
        voices = [one for one in said if one.party == party]
        summary = summaries.get(party)
        fresh = SummaryForm(initial={"words": summary.words if summary else ""})
        own_form = form if party == typed else fresh
        own_form.auto_id = f"id_{party}_%s"  # several stand on one page
        found.append(
            {
                "party": party.value,
                "label": party.label,
                "voices": voices,
                "enough": len(voices) >= LEAST_VOICES,
                "summary": summary,
                "form": own_form,
                "own": summary is not None and summary.written_by_id == user.pk,
            }
        )
    return found
