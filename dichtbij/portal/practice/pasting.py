"""Which answers does recognised text give, as the form spells them?"""

from collections.abc import Iterable

from django import forms

from dichtbij.referrals.birth_date import write_birth_date
from dichtbij.referrals.paste import Pasted


def as_fields(found: Pasted) -> dict[str, str]:
    """Return field name and text of what was recognised.

    One way to reach the family is a visible question: a telephone number if there is
    one, else the e-mail address.
    """
    told = {
        "given_name": found.given_name,
        "family_name": found.family_name,
        "birth_date": write_birth_date(found.birth_date) if found.birth_date else None,
        "bsn": found.bsn,
        "contact": _spelled(found.phone) or found.email,
        "email": found.email if found.phone else None,
        "postcode": found.postcode,
        "sex": found.sex,
    }
    return {name: value for name, value in told.items() if value}


def labels_of(form: forms.Form, names: Iterable[str]) -> list[str]:
    """Return the labels of these fields, in the order of the form."""
    wanted = set(names)
    return [str(form[name].label) for name in form.fields if name in wanted]


def _spelled(phone: str | None) -> str | None:
    if phone and phone.startswith("06"):
        return f"06-{phone[2:]}"
    return phone
