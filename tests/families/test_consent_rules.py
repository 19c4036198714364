"""Each rule of law that the engine follows, by its id, as an example one can read."""

from datetime import date, timedelta

import pytest

from dichtbij.families.consent import Party, may_see_home, may_share
from dichtbij.families.known import Delay, Ground, Measure, Period, Presumption
from dichtbij.families.words import authority_warning
from tests.families.family import (
    AUNT,
    CHILD,
    FATHER,
    LONG_AGO,
    MOTHER,
    NOBODY,
    NOW,
    TODAY,
    codes,
    family,
    help_,
    holds,
    local,
    read,
    rules,
    said,
    share,
    told,
)

BOTH = (said(MOTHER), said(FATHER))
ALL = (*BOTH, said(CHILD))
SUPERVISION = Measure(kind="supervision", starts_on=LONG_AGO)


# --- who agrees to help ---------------------------------------------------------------


def test_lr_01_under_12_everyone_with_authority_agrees_and_the_child_need_not():
    assert help_(family(11, words=BOTH)).allowed
    assert help_(family(11, words=(said(CHILD), said(MOTHER)))).missing == ("parent_2",)


def test_lr_02_from_12_to_15_the_young_person_and_both_parents_agree():
    for age in (12, 15):
        assert help_(family(age, words=ALL)).allowed
        assert help_(family(age, words=BOTH)).missing == ("young_person",)
        lacking = help_(family(age, words=(said(CHILD), said(MOTHER))))
        assert lacking.missing == ("parent_2",)


def test_lr_03_serious_disadvantage_stands_in_the_place_of_a_parent():
    ground = Ground(kind="disadvantage", starts_on=TODAY)

    answer = help_(family(14, words=(said(CHILD),), grounds=(ground,)))

    assert answer.allowed
    assert "ground_disadvantage" in codes(answer)
    assert not help_(family(14, grounds=(ground,))).allowed  # the young person's word
    assert not help_(family(11, words=(said(CHILD),), grounds=(ground,))).allowed


def test_lr_03_keeps_wanting_it_needs_a_refusal_on_record():
    ground = Ground(kind="keeps_wanting", starts_on=TODAY)
    silent = (said(CHILD), said(MOTHER))
    refused = (*silent, said(FATHER, decision="refused"))

    without = help_(family(14, words=silent, grounds=(ground,)))

    assert not without.allowed
    assert "refusal_not_recorded" in codes(without)
    assert help_(family(14, words=refused, grounds=(ground,))).allowed


@pytest.mark.parametrize("who", ["aunt", "parent without authority", "taken back"])
def test_lr_03_a_refusal_of_who_has_no_say_is_none(who):
    refusal = {
        "aunt": said(AUNT, decision="refused"),
        "parent without authority": said(FATHER, decision="refused"),
        "taken back": said(MOTHER, decision="refused", withdrawn_on=TODAY),
    }[who]
    authorities = (holds(MOTHER), holds(FATHER, "none"))
    ground = Ground(kind="keeps_wanting", starts_on=TODAY)

    answer = help_(
        family(
            14,
            members=(MOTHER, FATHER, CHILD, AUNT),
            authorities=authorities,
            words=(said(CHILD), refusal),
            grounds=(ground,),
        )
    )

    assert not answer.allowed


def test_lr_04_from_16_the_young_person_alone_decides():
    for age in (16, 17, 18, 22):
        answer = help_(family(age, words=(said(CHILD),)))
        assert answer.allowed
        assert codes(answer) == ["young_person_decides", "agreed"]
        assert help_(family(age, words=BOTH)).missing == ("young_person",)


def test_lr_05_who_cannot_weigh_interests_is_spoken_for_by_the_parents():
    now = (Period(starts_on=TODAY),)

    for age in (12, 15, 16, 17):
        answer = help_(family(age, words=BOTH, incapacities=now))
        assert answer.allowed
        assert rules(answer) >= {"LR-05"}
        assert not help_(family(age, words=(said(CHILD),), incapacities=now)).allowed
    ended = (Period(starts_on=LONG_AGO, ends_on=TODAY - timedelta(days=1)),)
    assert help_(family(16, words=(said(CHILD),), incapacities=ended)).allowed


def test_lr_05_an_adult_who_cannot_weigh_needs_a_representative_of_that_age():
    now = (Period(starts_on=TODAY),)
    adult = family(18, words=BOTH, incapacities=now)
    turned = adult.turns(18)
    mentor = (holds(MOTHER, "guardian", starts_on=turned),)

    assert help_(adult).missing == ("guardian",)
    assert help_(
        family(
            18,
            words=("parents",) and (said("parents"),),
            authorities=(),
            incapacities=now,
        )
    ).missing == ("guardian",)
    assert help_(family(18, words=BOTH, incapacities=now, authorities=mentor)).allowed


def test_lr_07_a_word_counts_from_its_day_until_its_last_day():
    words = (said(CHILD, starts_on=TODAY, ends_on=TODAY + timedelta(days=2)),)
    facts = family(16, words=words)

    answers = [help_(facts, NOW + timedelta(days=n)) for n in (-1, 0, 2, 3)]

    assert [one.allowed for one in answers] == [False, True, True, False]
    assert answers[0].until == TODAY
    assert answers[1].until == TODAY + timedelta(days=3)


def test_lr_07_a_later_refusal_ends_what_was_agreed_before():
    words = (said(CHILD), said(CHILD, number=2, decision="refused"))

    assert codes(help_(family(16, words=words)))[1:] == ["refused"]
    assert help_(family(16, words=(*words, said(CHILD, number=3)))).allowed


def test_lr_07_taking_a_refusal_back_is_not_yet_agreeing():
    words = (
        said(CHILD),
        said(CHILD, number=2, decision="refused", withdrawn_on=TODAY),
    )

    assert not help_(family(16, words=words)).allowed


def test_lr_07_research_and_a_channel_ask_for_words_of_their_own():
    facts = family(16, words=(said(CHILD), told(CHILD)))
    researcher, self_ = Party("researcher"), Party("young_person")

    assert not may_share(facts, "research", researcher, NOW).allowed
    assert not may_share(facts, "channel", self_, NOW).allowed
    agreed = family(16, words=(said(CHILD, "research"), said(CHILD, "channel")))
    assert may_share(agreed, "research", researcher, NOW).allowed
    assert may_share(agreed, "channel", self_, NOW).allowed
    assert not may_share(agreed, "share", researcher, NOW, "plan").allowed


def test_lr_08_taking_back_works_on_the_same_day_and_leaves_the_past():
    taken = told(CHILD, withdrawn_on=TODAY)
    facts = family(16, words=(taken,))

    assert share(facts, at=NOW - timedelta(days=1)).allowed
    assert not share(facts).allowed
    assert "withdrawn" in codes(share(facts))


def test_lr_08_taking_one_back_ends_what_was_given_before_it_too():
    words = (told(CHILD), told(CHILD, number=2, withdrawn_on=TODAY))

    assert not share(family(16, words=words)).allowed
    again = told(CHILD, number=3, starts_on=TODAY)
    assert share(family(16, words=(*words, again))).allowed


# --- authority ------------------------------------------------------------------------


def test_lr_11_what_was_told_at_the_referral_counts_for_help_only():
    facts = family(11, authorities=(), words=(said("parents"),))

    assert help_(facts).allowed
    assert "group_agreed" in codes(help_(facts))
    assert not share(facts).allowed


def test_lr_11_it_counts_no_more_once_authority_was_noted():
    facts = family(11, words=(said("parents"),), authorities=(holds(MOTHER),))

    assert help_(facts).missing == ("parent_1",)
    nobody = family(11, words=(said("parents"),), authorities=(holds(MOTHER, "none"),))
    assert help_(nobody).missing == ("parents",)


def test_lr_11_one_parents_word_is_not_enough_while_authority_is_unknown():
    facts = family(11, authorities=(), words=(said(MOTHER),))

    assert not help_(facts).allowed
    no = said(FATHER, decision="refused", number=2)
    assert not help_(family(11, authorities=(), words=(said("parents"), no))).allowed


def test_lr_11_a_consent_counts_in_the_capacity_of_its_day():
    late = (holds(MOTHER, starts_on=TODAY), holds(MOTHER, "none"))

    assert not help_(family(11, authorities=late, words=(said(MOTHER),))).allowed
    now = said(MOTHER, starts_on=TODAY)
    assert help_(family(11, authorities=late, words=(now,))).allowed


def test_lr_11_of_two_facts_from_one_day_the_one_noted_last_counts():
    told_, found = holds(MOTHER, "none", number=1), holds(MOTHER, number=2)

    facts = family(11, authorities=(told_, found), words=(said(MOTHER),))

    assert help_(facts).allowed


def test_lr_12_two_parents_with_authority_are_two_consents_in_one_home_or_two():
    for home in (FATHER, FATHER.__class__(**(vars(FATHER) | {"home": 1}))):
        facts = family(11, members=(MOTHER, home, CHILD), words=(said(MOTHER),))
        assert help_(facts).missing == ("parent_2",)


def test_lr_13_a_parent_without_authority_need_not_agree_and_does_not_read():
    authorities = (holds(MOTHER), holds(FATHER, "none"))
    facts = family(11, authorities=authorities, words=(said(MOTHER),))

    assert help_(facts).allowed
    assert not read(facts, "parent_2").allowed
    assert "LR-13" in rules(read(facts, "parent_2"))


def test_lr_14_a_parent_meets_the_own_home_alone():
    facts = family(11)

    assert may_see_home(facts, Party("parent", "parent_1"), 1, TODAY)
    assert not may_see_home(facts, Party("parent", "parent_1"), 2, TODAY)
    assert not may_see_home(facts, Party("parent", "nobody"), 1, TODAY)
    assert may_see_home(facts, Party("young_person"), 2, TODAY)
    assert not read(facts, "parent_1", topic="home").allowed
    together = family(11, members=(MOTHER, CHILD))
    assert read(together, "parent_1", topic="home").allowed


def test_lr_15_under_supervision_parents_keep_authority_and_the_institution_is_told():
    facts = family(11, measures=(SUPERVISION,))

    assert share(facts, "certified_institution").allowed
    assert help_(facts).missing == ("parent_1", "parent_2")
    assert not share(family(11), "certified_institution").allowed
    ended = Measure(
        kind="supervision", starts_on=LONG_AGO, ends_on=TODAY - timedelta(days=1)
    )
    assert not share(family(11, measures=(ended,)), "certified_institution").allowed


def test_lr_15_a_guardian_agrees_in_the_place_of_parents():
    guarded = Measure(kind="guardianship", starts_on=LONG_AGO)
    ground = {"measures": (guarded,), "authorities": ()}

    assert help_(family(11, words=(said("parents"),), **ground)).missing == (
        "guardian",
    )
    guardian = AUNT.__class__(**(vars(AUNT) | {"tie": "11"}))
    facts = family(
        11,
        members=(CHILD, guardian),
        authorities=(holds(guardian, "guardian"),),
        words=(said(guardian),),
        measures=(guarded,),
    )
    assert help_(facts).allowed
    assert read(facts, guardian.key).allowed


def test_lr_16_a_second_parent_is_never_assumed_to_have_authority():
    for birth_date in (date(2022, 12, 31), date(2023, 1, 1)):
        facts = family(
            3,
            birth_date=birth_date,
            authorities=(holds(MOTHER),),
            words=(said(MOTHER),),
        )
        assert help_(facts).allowed
        assert not read(facts, "parent_2").allowed
    assert "before 2023" in authority_warning(date(2022, 12, 31))
    assert "2023 or later" in authority_warning(date(2023, 1, 1))


# --- emergency ------------------------------------------------------------------------


def presumed(hours_ago=1, noted_after=0.5):
    happened = NOW - timedelta(hours=hours_ago)
    return Presumption(
        happened_at=happened, noted_at=happened + timedelta(hours=noted_after)
    )


def test_lr_10_no_time_to_ask_counts_for_24_hours_when_noted_within_24():
    assert help_(family(11, presumptions=(presumed(),))).allowed
    assert help_(family(11, presumptions=(presumed(23.9, 23.8),))).allowed
    assert not help_(family(11, presumptions=(presumed(24),))).allowed
    assert not help_(family(11, presumptions=(presumed(1, 24.1),))).allowed
    assert not help_(family(11, presumptions=(presumed(-1),))).allowed


def test_lr_10_who_refused_is_not_presumed_to_agree():
    words = (said(MOTHER, decision="refused"),)

    assert not help_(family(11, words=words, presumptions=(presumed(),))).allowed


def test_lr_10_it_opens_care_and_no_school_or_reading():
    facts = family(11, authorities=(), presumptions=(presumed(),))

    assert share(facts, "specialist_mh").allowed
    assert not share(facts, "school").allowed
    assert not read(facts, "parent_1").allowed


def test_lr_10_tells_when_it_ends():
    answer = help_(family(11, presumptions=(presumed(),)))

    assert answer.until == TODAY + timedelta(days=1)


# --- sharing --------------------------------------------------------------------------


def test_lr_09_school_and_cjg_are_asked_apart():
    facts = family(16, words=(told(CHILD, "school"),))

    assert share(facts, "school").allowed
    assert not share(facts, "cjg").allowed
    assert rules(share(facts, "cjg")) >= {"LR-09"}


def test_lr_09_a_partner_and_a_topic_are_meant_as_they_were_named():
    words = (told(CHILD, "provider", ("plan", "school"), partner="a"),)
    facts = family(16, words=words)

    assert share(facts, "provider", "plan", partner="a").allowed
    assert not share(facts, "provider", "home", partner="a").allowed
    assert not share(facts, "provider", "plan", partner="b").allowed
    assert not share(facts, "provider", "plan").allowed
    assert share(facts, "provider", "", partner="a").allowed


def test_lr_09_from_12_to_15_everyone_who_decides_agrees_to_the_same_subject():
    words = (told(CHILD), told(MOTHER), told(FATHER, topics=("school",)))

    assert share(family(14, words=words)).missing == ("parent_2",)
    assert not share(family(14, words=words), topic="").allowed
    assert share(family(14, words=(*words, told(FATHER, number=2)))).allowed


def test_lr_30_nobody_learns_anything_without_a_word():
    facts = family(14, words=ALL)
    outside = (
        "school",
        "cjg",
        "local_team",
        "youth_health",
        "basic_mh",
        "provider",
        "specialist_mh",
        "safe_home",
        "other",
        "certified_institution",
    )

    for kind in outside:
        for topic in ("", "plan"):
            assert not share(facts, kind, topic).allowed
    assert not may_share(facts, "read", Party("school"), NOW).allowed
    assert not may_share(facts, "share", Party("neighbour"), NOW).allowed
    assert not may_share(facts, "gossip", Party("gp"), NOW).allowed
    assert not read(facts, "nobody").allowed


def test_lr_32_the_gp_is_told_unless_someone_of_16_objects():
    objects = (Period(starts_on=TODAY),)

    assert may_share(family(14), "letter", Party("gp"), NOW).allowed
    assert may_share(family(15, objections=objects), "letter", Party("gp"), NOW).allowed
    blocked = may_share(family(16, objections=objects), "letter", Party("gp"), NOW)
    assert not blocked.allowed
    assert codes(blocked) == ["objection"]


def test_lr_33_a_local_team_is_not_involved_by_itself():
    answer = share(family(16), "local_team")

    assert not answer.allowed
    assert rules(answer) >= {"LR-33"}
    assert answer.missing == ("young_person",)


def test_lr_34_the_municipality_gets_nothing_whatever_was_said():
    facts = family(16, words=(told(CHILD, "municipality"),))

    for purpose in ("share", "letter", "read", "research", "channel"):
        assert not may_share(facts, purpose, Party("municipality"), NOW, "plan").allowed


# --- reading --------------------------------------------------------------------------


def test_lr_24_the_young_person_reads_from_12_and_parents_until_16():
    read_by = {
        age: (read(family(age)).allowed, read(family(age), "parent_1").allowed)
        for age in (11, 12, 15, 16, 18)
    }

    assert read_by == {
        11: (False, True),
        12: (True, True),
        15: (True, True),
        16: (True, False),
        18: (True, False),
    }


def test_lr_24_from_16_a_parent_reads_what_the_young_person_agrees_to():
    lets = told(CHILD, "parent_1", ("plan",))

    assert read(family(16, words=(lets,)), "parent_1").allowed
    assert read(family(16, words=(lets,)), "parent_1", topic="plan").allowed
    assert not read(family(16, words=(lets,)), "parent_1", topic="school").allowed
    assert not read(family(16, words=(lets,)), "parent_2").allowed
    early = told(CHILD, "parent_1", starts_on=family(16).turns(16) - timedelta(days=1))
    assert not read(family(16, words=(early,)), "parent_1").allowed
    by_mother = told(MOTHER, "parent_1")
    assert not read(family(16, words=(by_mother,)), "parent_1").allowed


def test_lr_24_one_who_cannot_weigh_is_read_for():
    facts = family(16, incapacities=(Period(starts_on=TODAY),))

    assert read(facts, "parent_1").allowed
    assert not read(facts).allowed


def test_r18_helped_without_parents_nothing_reaches_them():
    facts = family(14, without_parents=True, words=(told(CHILD, "parent_1"),))

    assert not read(facts, "parent_1").allowed
    assert not may_share(facts, "share", Party("parent", "parent_1"), NOW).allowed
    channel = family(14, without_parents=True, words=(said(MOTHER, "channel"),))
    assert not may_share(channel, "channel", Party("parent", "parent_1"), NOW).allowed
    assert read(facts).allowed


def test_r25_what_is_held_back_is_read_by_nobody_of_the_family():
    since = Delay(starts_at=NOW - timedelta(hours=1))
    ended = Delay(starts_at=NOW - timedelta(days=2), ended_at=NOW)

    assert not read(family(14, delays=(since,))).allowed
    assert not read(family(14, delays=(since,)), "parent_1").allowed
    assert read(family(14, delays=(ended,)), "parent_1").allowed


def test_lr_03_a_parent_who_did_not_agree_does_not_read_along():
    words = (said(CHILD), said(MOTHER), said(FATHER, decision="refused"))
    ground = Ground(kind="keeps_wanting", starts_on=TODAY)
    facts = family(14, words=words, grounds=(ground,))

    assert read(facts, "parent_1").allowed
    assert not read(facts, "parent_2").allowed


# --- time -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("birth_date", "age", "turns"),
    [
        (date(2014, 4, 2), 12, date(2026, 4, 2)),
        (date(2010, 3, 29), 16, date(2026, 3, 29)),  # the clock goes forward
        (date(2010, 10, 25), 16, date(2026, 10, 25)),  # the clock goes back
        (date(2008, 2, 29), 18, date(2026, 3, 1)),  # no 29 February this year
        (date(2012, 2, 29), 16, date(2028, 2, 29)),  # and this year there is one
        (date(2016, 2, 29), 12, date(2028, 2, 29)),
        (date(2013, 12, 31), 12, date(2025, 12, 31)),
    ],
)
def test_lr_06_rights_change_at_local_midnight_of_the_birthday(birth_date, age, turns):
    facts = family(0, birth_date=birth_date, words=ALL)
    last_minute = local(turns - timedelta(days=1), 23, 59)

    before, on, after = (
        may_share(facts, "help", NOBODY, moment)
        for moment in (last_minute, local(turns), local(turns, 12))
    )

    assert before.because != on.because or age == 18
    assert on.because == after.because
    assert on.until != turns
    if before.because != on.because:
        assert before.until == turns
    assert facts.age(turns) == age
    assert facts.age(turns - timedelta(days=1)) == age - 1


def test_lr_06_reading_changes_hands_at_midnight_of_the_sixteenth_birthday():
    turns = date(2026, 3, 29)  # in this night the clock goes forward too
    facts = family(0, birth_date=date(2010, 3, 29))

    eve, night = local(turns - timedelta(days=1), 23, 59), local(turns)

    assert read(facts, "parent_1", eve).allowed
    assert read(facts, "parent_1", eve).until == turns
    assert not read(facts, "parent_1", night).allowed


def test_lr_06_authority_ends_at_eighteen_also_for_who_cannot_weigh():
    turns = date(2026, 6, 1)
    facts = family(
        0, birth_date=date(2008, 6, 1), incapacities=(Period(starts_on=LONG_AGO),)
    )

    assert read(facts, "parent_1", local(turns - timedelta(days=1), 23, 59)).allowed
    assert not read(facts, "parent_1", local(turns)).allowed


def test_a_young_persons_word_of_before_twelve_is_asked_again():
    early = said(CHILD, starts_on=family(12).turns(12) - timedelta(days=1))

    assert help_(family(12, words=(*BOTH, early))).missing == ("young_person",)


def test_a_moment_needs_a_zone():
    with pytest.raises(ValueError, match="zone"):
        help_(family(), NOW.replace(tzinfo=None))
