"""How old is a child on a day, and who must agree to help at that age?"""

from datetime import date
from enum import StrEnum

YOUNG_PERSON_AGREES_FROM = 12  # Source: LR-02; S64 S67
PARENTS_AGREE_UNTIL = 16  # Source: LR-04; S64 S65 S67
ADULT_FROM = 18
AGES_THAT_CHANGE_RIGHTS = (YOUNG_PERSON_AGREES_FROM, PARENTS_AGREE_UNTIL, ADULT_FROM)

# 4-7 and 8-11 split the band 4-11 of CBS; the outer limits are those of CBS.
BANDS = ((0, 3), (4, 7), (8, 11), (12, 15), (16, 17), (18, 22))


class Agreement(StrEnum):
    """Whose consent is needed before treatment."""

    PARENTS = "parents"
    YOUNG_PERSON = "young_person"


def birthday(birth_date: date, age: int) -> date:
    """Return the day on which that age is reached.

    Born on 29 February: 1 March in a common year.
    Source: LR-06 (age on the local date); the rule for 29 February is [K].
    """
    try:
        return birth_date.replace(year=birth_date.year + age)
    except ValueError:
        return date(birth_date.year + age, 3, 1)


def age_on(birth_date: date, on: date) -> int:
    """Return the age in whole years on a local date.

    Born on 29 February: a year older on 1 March in a common year.
    Raises ValueError when `on` lies before the birth.
    Source: LR-06 (age on the date of the event); the rule for 29 February is [K].
    """
    if on < birth_date:
        raise ValueError("nobody has an age before being born")
    years = on.year - birth_date.year
    return years if on >= birthday(birth_date, years) else years - 1


def who_must_agree(birth_date: date, on: date) -> tuple[str, ...]:
    """Return whose consent treatment needs on that date, parents first.

    "parents" means every parent with authority, also after a divorce (LR-12).
    Under 12 the parents, from 12 the young person too, from 16 the young person alone.
    Source: LR-01, LR-02, LR-04; S64 S65 S67.
    """
    age = age_on(birth_date, on)
    if age < YOUNG_PERSON_AGREES_FROM:
        return (Agreement.PARENTS,)
    if age < PARENTS_AGREE_UNTIL:
        return (Agreement.PARENTS, Agreement.YOUNG_PERSON)
    return (Agreement.YOUNG_PERSON,)


def next_change(birth_date: date, on: date) -> date | None:
    """Return the first later birthday that changes rights; None from 18.

    Source: LR-06 (12, 16 and 18).
    """
    days = (birthday(birth_date, age) for age in AGES_THAT_CHANGE_RIGHTS)
    return next((day for day in days if day > on), None)


def age_band(age: int) -> str:
    """Return the band in which figures count an age, "0-3" to "18-22".

    Raises ValueError outside 0-22: youth help ends before 23.
    Source: domain.md 3.2 and 3.4 (age bands printed by CBS; S58).
    """
    for first, last in BANDS:
        if first <= age <= last:
            return f"{first}-{last}"
    raise ValueError(f"no age band for {age}")
