"""Whatever family, whatever day: nothing is shared without a fact that permits it."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from dichtbij.families.consent import KINDS, OUTSIDE, PURPOSES, Party, may_share
from dichtbij.families.known import (
    Authority,
    Delay,
    Facts,
    Ground,
    Measure,
    Member,
    Period,
    Presumption,
    Word,
)
from dichtbij.families.rules import RULES
from dichtbij.families.saying import CARE_IN_NEED
from dichtbij.families.words import SENTENCES, words_of
from dichtbij.shared.calendar import local

FIRST, LAST = date(2024, 1, 1), date(2028, 12, 31)
TOPICS = ("plan", "school", "home")
SLOTS = {"1": "parent_1", "2": "parent_2", "3": "young_person", "4": "other"}

BOTH_PARENTS = tuple(
    Authority(member=key, kind="authority", starts_on=FIRST) for key in ("1", "2")
)

days = st.dates(FIRST, LAST)
moments = st.datetimes(
    datetime.combine(FIRST, time()),
    datetime.combine(LAST, time()),
    timezones=st.just(UTC),
)
keys = st.sampled_from(sorted(SLOTS))
speakers = st.sampled_from(["3", "3", "3", "1", "2", "4"])
ties = st.sampled_from(["10", "10", "11", "17"])


def rarely(strategy):
    """Return None most of the time: else everything would have ended."""
    return st.one_of(st.none(), st.none(), st.none(), strategy)


@st.composite
def terms(draw):
    starts = draw(st.one_of(st.just(FIRST), st.just(FIRST), days))
    return {"starts_on": starts, "ends_on": draw(rarely(st.dates(starts, LAST)))}


def with_term(make, /, **fields):
    return st.builds(lambda term, **more: make(**term, **more), terms(), **fields)


@st.composite
def words(draw):
    group = draw(st.integers(0, 7)) == 0
    purpose = draw(st.sampled_from(["share", "share", "help", "help", "research"]))
    term = draw(terms())
    return Word(
        **term,
        number=draw(st.integers(1, 9)),
        purpose=purpose,
        decision=draw(st.sampled_from(["given"] * 5 + ["refused"])),
        member="" if group else draw(speakers),
        giver=draw(st.sampled_from(["parents", "young_person", "both"]))
        if group
        else "",
        party=draw(st.sampled_from(["school", "school", "cjg", "provider", "parent_1"]))
        if purpose == "share"
        else "",
        partner=draw(st.sampled_from(["", "", "", "a"])),
        topics=frozenset(draw(st.sets(st.sampled_from(TOPICS), min_size=1))),
        withdrawn_on=draw(rarely(st.dates(term["starts_on"], LAST))),
    )


@st.composite
def agreements(draw):
    """Return that everyone agreed to one thing, which random words then disturb."""
    party, partner = draw(
        st.sampled_from([("", ""), ("school", ""), ("provider", "a")])
    )
    topics = frozenset(draw(st.sets(st.sampled_from(TOPICS), min_size=1)))
    who = draw(st.sampled_from([("1", "2", "3")] * 3 + [(), ("3",), ("1", "2")]))
    return [
        Word(
            **draw(terms()),
            number=draw(st.integers(1, 9)),
            purpose="share" if party else "help",
            member=key,
            party=party,
            partner=partner,
            topics=topics if party else frozenset(),
            withdrawn_on=draw(rarely(st.dates(FIRST, LAST))),
        )
        for key in who
    ]


@st.composite
def presumptions(draw):
    happened = draw(moments)
    after = timedelta(hours=draw(st.integers(0, 30)))
    return Presumption(happened_at=happened, noted_at=happened + after)


@st.composite
def delays(draw):
    starts = draw(moments)
    return Delay(
        starts_at=starts,
        ended_at=draw(st.none() | st.just(starts + timedelta(days=3))),
    )


def few(strategy, most=2):
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def families(draw, born=(2006, 2020)):
    first, last = born
    members = tuple(
        Member(
            key=key,
            slot=slot,
            tie="self"
            if key == "3"
            else draw(st.sampled_from(["10", "10", "11", "17"])),
            home=draw(st.integers(1, 2)),
            starts_on=FIRST,
            ends_on=draw(rarely(days)),
        )
        for key, slot in SLOTS.items()
        if draw(st.integers(0, 9))
    )
    return Facts(
        birth_date=draw(st.dates(date(first, 1, 1), date(last, 12, 31))),
        members=members,
        authorities=draw(st.sampled_from([(), BOTH_PARENTS, BOTH_PARENTS]))
        + draw(
            few(
                with_term(
                    Authority,
                    member=st.sampled_from(["1", "2", "4"]),
                    kind=st.sampled_from(
                        ["authority", "authority", "none", "guardian"]
                    ),
                    number=st.integers(1, 9),
                ),
                3,
            )
        ),
        words=(
            *(draw(agreements())),
            *draw(st.lists(words(), max_size=6)),
        ),
        incapacities=draw(few(with_term(Period), 1)),
        grounds=draw(
            few(
                with_term(
                    Ground, kind=st.sampled_from(["disadvantage", "keeps_wanting"])
                ),
                1,
            )
        ),
        measures=draw(
            few(
                with_term(
                    Measure, kind=st.sampled_from(["supervision", "guardianship"])
                ),
                1,
            )
        ),
        presumptions=draw(few(presumptions(), 1)),
        objections=draw(few(with_term(Period), 1)),
        delays=draw(few(delays(), 1)),
        without_parents=draw(st.booleans()) and draw(st.booleans()),
    )


parties = st.builds(
    Party,
    st.sampled_from([*KINDS, "neighbour"]),
    member=st.sampled_from(["", "parent_1", "parent_2", "young_person", "4"]),
    partner=st.sampled_from(["", "a", "b"]),
)
purposes = st.sampled_from([*PURPOSES, "gossip"])
topics = st.sampled_from(["", *TOPICS])
often = settings(max_examples=200, deadline=None)
wide = settings(max_examples=200, deadline=None)
ASKED = [
    (purpose, Party(kind, member, partner), topic)
    for purpose in ("help", "share", "letter", "read", "research", "channel")
    for kind, member, partner in (
        ("gp", "", ""),
        ("school", "", ""),
        ("school", "", "a"),
        ("provider", "", "a"),
        ("provider", "", "b"),
        ("specialist_mh", "", ""),
        ("certified_institution", "", ""),
        ("young_person", "", ""),
        ("parent", "parent_1", ""),
        ("parent", "4", ""),
        ("researcher", "", ""),
    )
    for topic in ("", "plan")
]


def bare(facts, purpose):
    """Take away every yes about a purpose, and what may stand in its place."""
    kept = [w for w in facts.words if w.decision != "given" or w.purpose != purpose]
    return replace(facts, words=tuple(kept), presumptions=(), grounds=())


@wide
@given(families(), moments)
def test_nothing_is_shared_without_a_permitting_fact(facts, at):
    """An own, slower reading of the law: each yes must point at a fact in force."""
    for purpose, party, topic in ASKED:
        answer = may_share(facts, purpose, party, at, topic)
        if answer.allowed:
            _check_yes(facts, purpose, party, at, topic, answer)


def _check_yes(facts, purpose, party, at, topic, answer):
    on = local(at).date()
    rule = {one.rule for one in answer.because}
    if purpose == "help":
        assert not may_share(bare(facts, "help"), "help", party, at).allowed
    elif purpose in ("research", "channel"):
        assert any(
            w.purpose == purpose and w.decision == "given" and w.runs(on)
            for w in facts.words
        )
    elif party.kind == "gp":
        assert purpose in ("share", "letter")
        assert facts.age(on) < 16 or not any(o.runs(on) for o in facts.objections)
    elif party.kind in ("young_person", "parent"):
        assert not any(one.stands(at) for one in facts.delays)
        assert "LR-24" in rule
    elif "LR-15" in rule:
        assert any(one.runs(on) for one in facts.measures)
    elif "LR-10" in rule:
        assert party.kind in CARE_IN_NEED
        assert any(one.stands(at) for one in facts.presumptions)
    else:
        assert any(_permits(w, party, topic, on) for w in facts.words)
        assert not may_share(bare(facts, "share"), purpose, party, at, topic).allowed


def test_the_random_families_say_yes_to_each_kind_of_question():
    """Else the test above would look at nothing."""
    said_yes = Counter()

    @settings(max_examples=200, deadline=None, database=None, derandomize=True)
    @given(families(), moments)
    def count(facts, at):
        for purpose, party, topic in ASKED:
            answer = may_share(facts, purpose, party, at, topic)
            said_yes[purpose, party.kind] += answer.allowed

    count()

    for asked in (
        ("help", "gp"),
        ("letter", "gp"),
        ("share", "school"),
        ("share", "provider"),
        ("share", "specialist_mh"),
        ("share", "certified_institution"),
        ("read", "young_person"),
        ("read", "parent"),
        ("research", "researcher"),
    ):
        assert said_yes[asked] >= 1, asked


def _permits(word, party, topic, on):
    return (
        word.purpose == "share"
        and word.decision == "given"
        and word.starts_on <= on
        and (word.ends_on is None or on <= word.ends_on)
        and (word.withdrawn_on is None or on < word.withdrawn_on)
        and word.party == party.kind
        and word.partner in ("", party.partner)
        and (topic in word.topics if topic else bool(word.topics))
    )


@often
@given(families(), purposes, moments, topics)
def test_the_municipality_never_gets_anything(facts, purpose, at, topic):
    assume(purpose != "help")  # help is given to a child, not told to anyone

    assert not may_share(facts, purpose, Party("municipality"), at, topic).allowed


@often
@given(families(), st.sampled_from(OUTSIDE), moments, topics)
def test_no_share_survives_the_withdrawal_of_every_consent(facts, kind, at, topic):
    on = local(at).date()
    taken = tuple(replace(word, withdrawn_on=on) for word in facts.words)
    facts = replace(facts, words=taken, presumptions=())

    assert not may_share(facts, "share", Party(kind), at, topic).allowed


@often
@given(families((2006, 2007)), st.sampled_from(OUTSIDE), moments, topics)
def test_a_no_of_today_by_who_decides_alone_shuts_the_door(facts, kind, at, topic):
    on = local(at).date()
    young = Member(key="9", slot="young_person", tie="self", starts_on=FIRST)
    refusal = Word(
        number=99,
        purpose="share",
        decision="refused",
        member="9",
        party=kind,
        starts_on=on,
    )
    said = tuple(w for w in facts.words if w.starts_on <= on)
    facts = replace(
        facts,
        members=(*facts.members, young),
        words=(*said, refusal),
        incapacities=(),
        measures=(),
    )
    assume(facts.age(on) >= 16)

    assert not may_share(facts, "share", Party(kind), at, topic).allowed


@wide
@given(families(), moments)
def test_a_parent_reads_only_by_authority_or_by_the_young_persons_word(facts, at):
    on = local(at).date()
    for who in ("parent_1", "parent_2", "4"):
        for topic in ("", *TOPICS):
            if may_share(facts, "read", Party("parent", who), at, topic).allowed:
                _check_parent(facts, who, on, topic)


def _check_parent(facts, who, on, topic):
    member = facts.member(who, on)
    assert member is not None
    assert not facts.without_parents
    if facts.age(on) >= 16 and facts.weighs(on):
        assert any(
            _permits(w, Party(who), topic, on) and w.starts_on >= facts.turns(16)
            for w in facts.words
        )
    else:
        assert any(
            one.member == member.key and one.kind != "none" and one.runs(on)
            for one in facts.authorities
        )


@often
@given(families((2013, 2020)), parties, moments, topics)
def test_under_twelve_the_child_does_not_read_and_does_not_decide(
    facts, party, at, topic
):
    on = local(at).date()
    assume(facts.age(on) < 12)
    # What the child itself said changes no answer but to a channel of its own.
    silent = tuple(w for w in facts.words if w.member != "3")

    assert not may_share(facts, "read", Party("young_person"), at).allowed
    for purpose in ("help", "share"):
        with_, without = (
            may_share(one, purpose, party, at, topic)
            for one in (facts, replace(facts, words=silent))
        )
        assert with_.allowed == without.allowed


@often
@given(families(), purposes, parties, moments, topics, st.floats(0, 1))
def test_the_answer_stays_the_same_until_its_day(
    facts, purpose, party, at, topic, part
):
    answer = may_share(facts, purpose, party, at, topic)
    end = answer.until or date(2030, 1, 1)
    between = at + (datetime(end.year, end.month, end.day, tzinfo=UTC) - at) * part
    assume(at <= between and local(between).date() < end)

    later = may_share(facts, purpose, party, between, topic)

    assert (later.allowed, later.because) == (answer.allowed, answer.because)
    assert later.until == answer.until


@often
@given(families(), purposes, parties, moments, topics)
def test_every_answer_has_words_and_a_rule_of_the_table(
    facts, purpose, party, at, topic
):
    answer = may_share(facts, purpose, party, at, topic)

    assert answer.because
    assert {one.rule for one in answer.because} <= {rule.id for rule in RULES}
    assert {one.code for one in answer.because} <= set(SENTENCES)
    assert all("%(" not in sentence for sentence in words_of(answer))
    assert bool(answer.missing) <= (not answer.allowed)
