"""How does an answer about consent read, in the language of the reader?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from dichtbij.clients.models import Channel
from dichtbij.families.answers import Answer, Because
from dichtbij.families.known import GUARDIAN, PARENTS

# Whoever has no entry of their own is called by what they are to the child.
WHO: dict[str, Any] = dict(Channel.Owner.choices) | {
    PARENTS: _("parent or parents with authority"),
    GUARDIAN: _("guardian or representative"),
}

PARTY = {
    "gp": _("the GP"),
    "school": _("school"),
    "cjg": _("CJG"),
    "local_team": _("local team"),
    "youth_health": _("youth health service"),
    "basic_mh": _("basic mental health care"),
    "specialist_mh": _("specialist mental health care"),
    "provider": _("other youth help"),
    "safe_home": _("Veilig Thuis"),
    "certified_institution": _("certified institution"),
    "young_person": _("the young person"),
    "parent": _("parent"),
    "municipality": _("municipality"),
    "researcher": _("researcher"),
    "other": _("other"),
}

SENTENCES = {
    "parents_decide": _("Under 12 everyone with authority decides."),
    "both_decide": _(
        "From 12 to 15 the young person and everyone with authority decide together."
    ),
    "young_person_decides": _("From 16 the young person decides alone."),
    "cannot_weigh": _(
        "The young person cannot weigh this now, so who has authority decides."
    ),
    "agreed": _("%(who)s agreed on %(day)s."),
    "group_agreed": _(
        "On %(day)s someone told that the parents agreed. Who has authority still has "
        "to be found out."
    ),
    "refused": _("%(who)s refused."),
    "withdrawn": _("%(who)s took the consent back. That works at once."),
    "not_asked": _("%(who)s has not agreed to this yet."),
    "authority_unknown": _(
        "It is not known who has authority. Find out and note the source."
    ),
    "guardian_unknown": _("The guardian or representative is not known yet."),
    "ground_disadvantage": _("The help prevents serious disadvantage; that was noted."),
    "ground_keeps_wanting": _(
        "A parent refused, and the young person keeps wanting the help; that was noted."
    ),
    "refusal_not_recorded": _(
        "That the young person keeps wanting it counts after a parent refused. No "
        "refusal was noted."
    ),
    "presumed": _(
        "There was no time to ask. That was noted within 24 hours and counts for 24 "
        "hours."
    ),
    "asked_apart": _("For %(party)s consent is asked separately."),
    "gp_involved": _(
        "The GP who referred is involved and reads what is needed, no more."
    ),
    "objection": _("The young person objects to a letter to the GP."),
    "municipality_never": _("The municipality never gets anything about one child."),
    "reads_never": _("Only the family and those who help read this file."),
    "unknown_purpose": _("For this there is no consent, so nothing is shared."),
    "unknown_person": _("This person is not known in this family."),
    "under_supervision": _(
        "A supervision order is in force: the institution gets what it needs for it."
    ),
    "under_guardianship": _(
        "The institution is guardian and gets what it needs for that."
    ),
    "delayed": _("Ask your practitioner what you can see here."),
    "too_young": _("Under 12 one reads together with a parent."),
    "reads_own_file": _("From 12 one reads one's own file."),
    "helped_without_parents": _(
        "The young person is helped without the parents: nothing reaches them."
    ),
    "two_homes": _(
        "The parents live in two homes; about the other home nothing is shown."
    ),
    "without_authority": _(
        "A parent without authority has no right to the file. On request the "
        "practitioner tells the important facts."
    ),
    "goes_on_without": _(
        "The help goes on without this parent's consent, so this parent does not read "
        "along."
    ),
    "parent_reads": _("Until 16 who has authority reads the file."),
    "told_not_proved": _(
        "%(who)s has authority by their own account; the register was not checked yet."
    ),
    "young_person_lets": _("The young person agreed to this on %(day)s."),
    "young_person_must_agree": _(
        "From 16 a parent reads only what the young person agrees to."
    ),
}


SOMEONE_ELSE = _("Not everyone who must agree did so.")
RECOGNITION_GIVES_AUTHORITY = date(2023, 1, 1)  # Source: LR-16 [K]
BEFORE_2023 = _(
    "Born before 2023: a second parent who is not married or registered has authority "
    "only when the register says so. Look there; nothing is assumed."
)
SINCE_2023 = _(
    "Born in 2023 or later: recognition usually gives both parents authority. Look in "
    "the register; nothing is assumed."
)


def authority_warning(birth_date: date) -> str:
    """Return what to think of before noting authority: a warning, no conclusion."""
    early = birth_date < RECOGNITION_GIVES_AUTHORITY
    return str(BEFORE_2023 if early else SINCE_2023)


def words_of(answer: Answer, names: Mapping[str, str] | None = None) -> list[str]:
    """Return each reason as a sentence with its rule, in the active language.

    `names` gives the name of whoever sits in a slot; without it a slot is a word.
    """
    return [sentence(one, names or {}) for one in answer.because]


def words_for(answer: Answer, slot: str, names: Mapping[str, str]) -> list[str]:
    """Return the reasons as one parent may read them: nobody else's word (LR-14)."""
    own = [one for one in answer.because if one.params.get("who", slot) == slot]
    told = [sentence(one, names) for one in own]
    if len(own) == len(answer.because) or answer.allowed:
        return told
    return [*told, str(SOMEONE_ELSE)]


def sentence(because: Because, names: Mapping[str, str]) -> str:
    """Return one reason as a sentence with its rule."""
    told = dict(because.params)
    if "who" in told:
        told["who"] = who_words(told["who"], names)
    if "day" in told:
        told["day"] = date_format(date.fromisoformat(told["day"]), "j F Y")
    if "party" in told:
        told["party"] = str(PARTY[told["party"]])
    return f"{capfirst(SENTENCES[because.code] % told)} ({because.rule})"


def who_words(who: str, names: Mapping[str, str]) -> str:
    """Return whom a slot stands for: by name, else by what they are to the child."""
    return names.get(who) or str(WHO[who])
