"""Which addresses does this audience have?"""

from django.urls import include, path

from dichtbij.portal.staff import balance
from dichtbij.portal.staff.views import (
    agenda,
    appointments,
    booking,
    child,
    children,
    closing,
    consult,
    days,
    directory,
    glass,
    intake,
    links,
    onward,
    requests,
    safety,
    today,
    triage,
    twins,
    waiting,
    ways_in,
)

ONE_CHILD = "kinderen/<uuid:uuid>/"
ONE_ADVICE = "verwijzingen/<uuid:uuid>/"
ONE_REFERRAL = "aanmeldingen/<uuid:uuid>/"
ONE_TIME = "afspraken/<uuid:uuid>/"
ONE_DAY = "agenda/dagen/<uuid:uuid>/"
ONE_PARTNER = "sociale-kaart/<uuid:uuid>/"

urlpatterns = [
    path("vandaag/", today.today, name="today"),
    path("taken/<uuid:uuid>/klaar/", today.tick_off, name="tick_off"),
    path(f"{ONE_REFERRAL}beoordelen/", triage.triage, name="triage"),
    path(f"{ONE_REFERRAL}plannen/", booking.book, name="book"),
    path(f"{ONE_TIME}start/", appointments.begin_consult, name="begin_consult"),
    path(f"{ONE_TIME}verplaatsen/", appointments.move, name="move"),
    path(f"{ONE_TIME}afzeggen/", appointments.cancel, name="cancel"),
    path(f"{ONE_TIME}niet-gekomen/", appointments.miss, name="miss"),
    path("noodinzage/", glass.glass, name="glass"),
    path("noodinzage/<uuid:uuid>/", glass.break_glass, name="break_glass"),
    path("kinderen/", children.children, name="children"),
    path(ONE_CHILD, child.child, name="child"),
    path(f"{ONE_CHILD}consulten/", child.child_contacts, name="child_contacts"),
    path(f"{ONE_CHILD}netwerk/", child.child_network, name="child_network"),
    path(f"{ONE_CHILD}documenten/", child.child_documents, name="child_documents"),
    path(f"{ONE_CHILD}verzoeken/", requests.file_requests, name="file_requests"),
    path("verzoeken/<uuid:uuid>/", requests.file_request, name="file_request"),
    path("verzoeken/<uuid:uuid>/kopie/", requests.file_copy, name="file_copy"),
    path(f"{ONE_CHILD}veiligheid/", safety.safety, name="safety"),
    path(f"{ONE_CHILD}gegevens/", intake.complete, name="complete"),
    path(f"{ONE_CHILD}stil/", intake.set_silent, name="set_silent"),
    path(f"{ONE_CHILD}toestemming/", intake.agree, name="agree"),
    path(f"{ONE_CHILD}toegang/", ways_in.ways_in, name="ways_in"),
    path(f"{ONE_CHILD}link/", links.give_link, name="give_link"),
    path(f"{ONE_CHILD}doelen/", intake.set_goal, name="set_goal"),
    path(f"{ONE_CHILD}verwijsadvies/", onward.advise_onward, name="advise_onward"),
    path(f"{ONE_CHILD}hulpniveau/", onward.set_level, name="set_level"),
    path(f"{ONE_ADVICE}herzien/", onward.revise_onward, name="revise_onward"),
    path(f"{ONE_CHILD}consult/", consult.consult, name="consult"),
    path(f"{ONE_CHILD}vervolg/", booking.follow_up, name="follow_up"),
    path(f"{ONE_CHILD}afsluiten/", closing.close, name="close"),
    path("consulten/<uuid:uuid>/aanvullen/", consult.add_addendum, name="add_addendum"),
    path("wachtlijst/", waiting.waiting_list, name="waiting_list"),
    path("agenda/", agenda.agenda, name="agenda"),
    path("agenda/dagen/", days.practice_days, name="practice_days"),
    path("agenda/praktijk/<uuid:uuid>/", days.plan_day, name="plan_day"),
    path(f"{ONE_DAY}eindigen/", days.end_day, name="end_day"),
    path(f"{ONE_DAY}sluiten/", days.close_days, name="close_days"),
    path("agenda/gesloten/<uuid:uuid>/openen/", days.lift_closure, name="lift_closure"),
    path("", include("dichtbij.portal.staff.meeting_urls")),
    path("", include("dichtbij.portal.staff.measuring_urls")),
    path("sociale-kaart/", directory.partners, name="partners"),
    path("sociale-kaart/nieuw/", directory.new_partner, name="new_partner"),
    path(ONE_PARTNER, directory.partner, name="partner"),
    path(f"{ONE_PARTNER}wijzigen/", directory.change_details, name="change_partner"),
    path(f"{ONE_PARTNER}wachttijd/", directory.confirm_wait, name="confirm_wait"),
    path(f"{ONE_PARTNER}eindigen/", directory.remove_partner, name="end_partner"),
    path("brieven/<uuid:uuid>/samen/", twins.twin_letters, name="twin_letters"),
    path("wachttijden/", balance.waiting_times, name="waiting_times"),
    path("bezetting/", balance.occupancy_page, name="occupancy"),
]
