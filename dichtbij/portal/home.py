"""Where does someone land? On the page that answers what their role came with."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from dichtbij.audit.doors import screen
from dichtbij.portal.frame import NAVIGATION
from dichtbij.shared.permissions import Permission, Role, relation_for
from dichtbij.shared.walls import standing

# Where the first entry of the navigation is not what someone came for.
FIRST: dict[str, str] = {
    Role.GP: "referrals",
    Role.TEAM_LEAD: "waiting_times",
    Role.PROJECT_LEADER: "programme",
}


@screen(Permission.HOME)
def home(request: HttpRequest) -> HttpResponse:
    """Go to the first page of the role: its most likely next action."""
    where = standing()
    role = where.role if where else ""
    if role in FIRST:
        return redirect(FIRST[role])
    for name, _label, permission in NAVIGATION:
        if relation_for(permission, role) is not None:
            return redirect(name)
    return redirect("account_security")
