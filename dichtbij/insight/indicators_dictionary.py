"""Which indicators are there, and what exactly does each of them count?

Data only, and no table: also the municipality's pages and the public page may read it.
What is counted stands in indicators_rows.py and indicators_sums.py; a change of a
definition is a new version. Source: science.md 4.2; domain.md 3.3; R33.
"""

from django.utils.translation import gettext_lazy as _

from dichtbij.insight.indicators_terms import Indicator, Theme, Unit

MOVED_OR_ADULT = _("Who moved away or turned 18: that is no outcome of the help.")
NOBODY = _("Nobody.")
CLOSED = _("Trajectories that were closed in the period.")
REFERRED = _("Referrals that were received in the period.")

INDICATORS: tuple[Indicator, ...] = (
    Indicator(
        code="no_referral",
        theme=Theme.OUTCOME,
        name=_("Ended without any referral"),
        text=_(
            "The share of closed trajectories after which no other help was needed, "
            "or in which the GP goes on alone. It does not say how many children "
            "would otherwise have been referred."
        ),
        example=_(
            "Of 60 closed trajectories 3 had moved and 2 had turned 18: 55 remain. 33 "
            "were solved or went back to the GP: 60%."
        ),
        numerator=_("Those that were solved, or went back to the GP."),
        denominator=CLOSED,
        exclusions=MOVED_OR_ADULT,
        unit=Unit.PERCENT,
        higher="better",
        source="R33; T2 (S3)",
    ),
    Indicator(
        code="no_specialist_referral",
        theme=Theme.OUTCOME,
        name=_("Ended without specialised help"),
        text=_(
            "The share of closed trajectories that ended without specialised help. "
            "Light help nearby, the local team and basic mental health care count as "
            "not specialised. It does not say how many children would otherwise have "
            "been referred."
        ),
        example=_(
            "Of 55 closed trajectories 33 were solved, 6 went to light help and 2 to "
            "basic mental health care; 10 to specialised help, 4 dropped out: 41 of "
            "55 is 75%."
        ),
        numerator=_(
            "Those that were solved, or went to the GP, light help, the local team or "
            "basic mental health care."
        ),
        denominator=CLOSED,
        exclusions=MOVED_OR_ADULT,
        unit=Unit.PERCENT,
        higher="better",
        source="R33; T2 (S15)",
    ),
    Indicator(
        code="closed_as_planned",
        theme=Theme.OUTCOME,
        name=_("Closed according to plan"),
        text=_("The share of closed trajectories in which help ended as was planned."),
        example=_("45 of 60 closed trajectories ended according to plan: 75%."),
        numerator=_("Those with reason 01 of CBS: according to plan."),
        denominator=CLOSED,
        exclusions=NOBODY,
        unit=Unit.PERCENT,
        higher="better",
        source="R33; S53",
    ),
    Indicator(
        code="answered",
        theme=Theme.OUTCOME,
        name=_("Questions answered nearby"),
        text=_(
            "The share of questions of GPs that were answered in the practice or by "
            "light help nearby, also when the child itself was not seen."
        ),
        example=_(
            "Of 70 settled questions 8 were returned to the practice and 12 went to "
            "other help; 42 were answered nearby: 60%."
        ),
        numerator=_(
            "Those whose help ended as planned or in agreement, with the child solved, "
            "back at the GP, or at light help or the local team."
        ),
        denominator=_(
            "Questions settled in the period: returned to the practice, or closed."
        ),
        exclusions=_(
            "Questions that the practice withdrew, and who moved away or turned 18."
        ),
        unit=Unit.PERCENT,
        higher="better",
        source="R33; T2 (S9)",
    ),
    Indicator(
        code="dropout",
        theme=Theme.OUTCOME,
        name=_("Ended by one side alone"),
        text=_(
            "The share of closed trajectories that the family or the provider ended "
            "alone. Early but agreed (02) and external circumstances (05) do not count."
        ),
        example=_("Of 60 closed trajectories 6 ended by the family alone: 10%."),
        numerator=_("Those with reason 03 or 04 of CBS."),
        denominator=CLOSED,
        exclusions=NOBODY,
        unit=Unit.PERCENT,
        higher="worse",
        source="NJi 1 (S51); S53; FIG12",
    ),
    Indicator(
        code="no_repeat_start",
        theme=Theme.OUTCOME,
        name=_("No new start within 12 months"),
        text=_(
            "The share of trajectories after which the child did not come back within "
            "12 months. Counted over trajectories closed 12 to 24 months ago, and "
            "within this programme only: help elsewhere is not seen."
        ),
        example=_("Of 40 trajectories closed a year ago 4 children came back: 90%."),
        numerator=_("Those without a new trajectory 31 to 365 days after closing."),
        denominator=_("Trajectories closed in the year before the period."),
        exclusions=_(
            "Who moved away or turned 18, and who came back within 30 days: then the "
            "same help went on."
        ),
        unit=Unit.PERCENT,
        higher="better",
        source="NJi 3.2 (S51)",
    ),
    Indicator(
        code="satisfaction",
        theme=Theme.EXPERIENCE,
        name=_("Grade for the help"),
        text=_(
            "The mean grade that parents and young people gave after the help. What "
            "part of those asked did not answer stands beside it."
        ),
        example=_("24 of 60 answered, together 192 points: 8.0; 60% no answer."),
        numerator=_("The grades added up."),
        denominator=_("Those asked after a closing in the period, who gave a grade."),
        exclusions=_("Who was not asked, for instance because contact was not safe."),
        unit=Unit.GRADE,
        higher="better",
        source="NJi 2 (S51); FIG13",
    ),
    Indicator(
        code="continues_without_help",
        theme=Theme.EXPERIENCE,
        name=_("Manages without more help"),
        text=_("The share of answers saying that one manages without more help."),
        example=_("Of 24 answers 15 say yes and 3 mostly: 75%."),
        numerator=_("Answers yes or mostly."),
        denominator=_("Those asked after a closing in the period, who answered this."),
        exclusions=_("Who was not asked, for instance because contact was not safe."),
        unit=Unit.PERCENT,
        higher="better",
        source="NJi 3.1 (S51)",
    ),
    Indicator(
        code="contact_within_norm",
        theme=Theme.ACCESS,
        name=_("First contact within the norm"),
        text=_(
            "The share of referred families that had a first contact within the "
            "norm of the programme, in working days. Families who still wait count "
            "along (Kaplan-Meier)."
        ),
        example=_("Norm 5 working days: within 5 days 80 of 100 were reached, 80%."),
        numerator=_("Families with a first contact within the norm."),
        denominator=REFERRED,
        exclusions=_("Who was returned or withdrew counts along until that day."),
        unit=Unit.PERCENT,
        higher="better",
        source="R20; FIG6",
    ),
    Indicator(
        code="consult_within_norm",
        theme=Theme.ACCESS,
        name=_("First conversation within the norm"),
        text=_(
            "The share of referred families that had a first conversation within the "
            "norm of the programme, in working days. Families who still wait count "
            "along (Kaplan-Meier)."
        ),
        example=_("Norm 10 working days: within 10 days 66 of 100 were seen, 66%."),
        numerator=_("Families with a first conversation within the norm."),
        denominator=REFERRED,
        exclusions=_("Who was returned or withdrew counts along until that day."),
        unit=Unit.PERCENT,
        higher="better",
        source="R20; FIG6",
    ),
    Indicator(
        code="specialist_wait",
        theme=Theme.ACCESS,
        name=_("Waiting for specialised help elsewhere"),
        text=_(
            "The middle of the waiting times that specialised providers in the "
            "directory confirmed in the last 90 days. How long each child waited "
            "there is not measured."
        ),
        example=_("Five providers say 30, 60, 70, 90 and 180 days: 70 days."),
        numerator=_("Days from the directory, the newest per provider."),
        denominator=_("Providers for which the GP signs, with a confirmed wait."),
        exclusions=_("Waits that were confirmed more than 90 days ago."),
        unit=Unit.DAYS,
        higher="worse",
        minimum=1,
        source="R33",
    ),
    Indicator(
        code="consults_per_trajectory",
        theme=Theme.USE,
        name=_("Contacts per trajectory"),
        text=_("The middle number of contacts of trajectories that were closed."),
        example=_("Five trajectories had 1, 3, 4, 6 and 9 contacts: 4."),
        numerator=_("Contacts that were recorded, added up."),
        denominator=CLOSED,
        exclusions=NOBODY,
        unit=Unit.CONSULTS,
        source="FIG5",
    ),
    Indicator(
        code="no_show",
        theme=Theme.USE,
        name=_("Did not come"),
        text=_("The share of appointments to which the family did not come."),
        example=_("Of 200 appointments 10 were missed without notice: 5%."),
        numerator=_("Appointments missed without notice."),
        denominator=_("Appointments in the period that were held or missed."),
        exclusions=_("Cancelled appointments, also those with notice."),
        unit=Unit.PERCENT,
        higher="worse",
        source="domain.md 3.2",
    ),
    Indicator(
        code="referrals_per_1000",
        theme=Theme.USE,
        name=_("Referrals to specialised help"),
        text=_(
            "All referrals by the GPs of practices taking part to youth help that is "
            "not freely accessible, per 1,000 youths a year. From the quarterly "
            "returns of the practices, not from our own files."
        ),
        example=_(
            "Four quarters, 800 youths, together 28 referrals: 35 per 1,000 a year."
        ),
        numerator=_("Referrals in the returns of whole quarters in the period."),
        denominator=_("Youths of those practices, a quarter of a year per return."),
        exclusions=_("Quarters without a return; their share stands beside it."),
        unit=Unit.PER_1000_A_YEAR,
        minimum=1,
        source="R32",
    ),
    Indicator(
        code="dose",
        theme=Theme.USE,
        name=_("Hours given"),
        text=_("Hours that were worked per 1,000 youths of the practices."),
        example=_("320 hours in practices with 1,600 youths: 200 per 1,000."),
        numerator=_("Hours from contacts and from hours noted beside them."),
        denominator=_("Youths of 0 to 17 in practices with a count of patients."),
        exclusions=_("Hours in practices without a count of patients."),
        unit=Unit.HOURS_PER_1000,
        minimum=1,
        source="FIG4; science.md 4.2",
    ),
    Indicator(
        code="reach",
        theme=Theme.USE,
        name=_("Practices taking part"),
        text=_("The share of all practices on the list that take part now."),
        example=_("12 of 20 practices take part: 60%."),
        numerator=_("Practices that take part on the last day of the period."),
        denominator=_("All practices on the list of the municipality."),
        exclusions=_("A practice that pauses does not count as taking part."),
        unit=Unit.PERCENT,
        higher="better",
        minimum=1,
        source="NJi 1 (S51); R38",
    ),
    Indicator(
        code="cost_per_closed",
        theme=Theme.USE,
        name=_("Cost per closed trajectory"),
        text=_(
            "What was settled with the municipality for months in the period, per "
            "trajectory closed in those months."
        ),
        example=_("90,000 euros settled, 60 trajectories closed: 1,500 euros."),
        numerator=_("Amounts of settled statements."),
        denominator=_("Trajectories closed in the months of those statements."),
        exclusions=_("Months whose statement is not settled yet."),
        unit=Unit.CENTS,
        source="science.md 4.2; R30",
    ),
    Indicator(
        code="other_share",
        theme=Theme.QUALITY,
        name=_("Main question: something else"),
        text=_(
            "The share of referrals with 'something else' as main question. Above 20% "
            "the list of questions should be looked at."
        ),
        example=_("Of 80 referrals 8 say something else: 10%."),
        numerator=_("Referrals with 'something else' as main question."),
        denominator=REFERRED,
        exclusions=NOBODY,
        unit=Unit.PERCENT,
        higher="worse",
        source="T4 (S36)",
    ),
    Indicator(
        code="facts_missing",
        theme=Theme.QUALITY,
        name=_("Facts that are missing"),
        text=_(
            "The share of closed trajectories of which the outcome, the sex or the "
            "municipality is not known."
        ),
        example=_("Of 60 closed trajectories 3 have no municipality: 5%."),
        numerator=_("Those with at least one of the three missing."),
        denominator=CLOSED,
        exclusions=NOBODY,
        unit=Unit.PERCENT,
        higher="worse",
        source="science.md 3; S3",
    ),
    Indicator(
        code="recorded_late",
        theme=Theme.QUALITY,
        name=_("Recorded late"),
        text=_(
            "The share of contacts that were recorded more than 7 days after they "
            "were held. Recent figures still change by this."
        ),
        example=_("Of 300 contacts 15 were recorded after more than a week: 5%."),
        numerator=_("Contacts recorded more than 7 days later."),
        denominator=_("Contacts held in the period."),
        exclusions=NOBODY,
        unit=Unit.PERCENT,
        higher="worse",
        source="S61; science.md 4.12",
    ),
)
BY_CODE = {one.code: one for one in INDICATORS}
