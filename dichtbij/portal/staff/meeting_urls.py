"""Which addresses are there for talking with partners about a child?"""

from django.urls import path

from dichtbij.portal.staff.views import handing, meeting, meetings

ONE_CHILD = "kinderen/<uuid:uuid>/"
ONE_MEETING = "casusoverleg/<uuid:uuid>/"
ONE_SEAT = "deelnemers/<uuid:uuid>/"
ONE_HANDOVER = "overdrachten/<uuid:uuid>/"

urlpatterns = [
    path(
        f"{ONE_CHILD}overleg/plannen/",
        meetings.plan_consultation,
        name="plan_consultation",
    ),
    path(f"{ONE_CHILD}vragen/", meetings.ask_consent, name="ask_consent"),
    path(ONE_MEETING, meeting.consultation, name="consultation"),
    path(
        f"{ONE_MEETING}wijzigen/",
        meeting.change_consultation,
        name="change_consultation",
    ),
    path(
        f"{ONE_MEETING}afzeggen/",
        meeting.cancel_consultation,
        name="cancel_consultation",
    ),
    path(f"{ONE_MEETING}deelnemer/", meeting.add_participant, name="add_participant"),
    path(
        f"{ONE_MEETING}afronden/", meeting.hold_consultation, name="hold_consultation"
    ),
    path(f"{ONE_MEETING}bericht/", meeting.send_receipt, name="send_receipt"),
    path(
        f"{ONE_SEAT}uitnodigen/", meeting.invite_participant, name="invite_participant"
    ),
    path(
        f"{ONE_SEAT}intrekken/",
        meeting.uninvite_participant,
        name="uninvite_participant",
    ),
    path(f"{ONE_CHILD}overdracht/", handing.hand_over, name="hand_over"),
    path(f"{ONE_HANDOVER}gedaan/", handing.handover_done, name="handover_done"),
    path(f"{ONE_HANDOVER}stopt/", handing.handover_ended, name="handover_ended"),
]
