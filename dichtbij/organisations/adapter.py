"""What does signing in allow here, what is noted, and where does it lead?"""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.authentication import get_authentication_records
from allauth.core.internal import ratelimit
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations import devices, returning
from dichtbij.organisations.freshness import begin_session, is_fresh
from dichtbij.organisations.models import Membership, User
from dichtbij.organisations.noting import REFUSED, note, note_failure

APP = "allauth.account"


class Adapter(DefaultAccountAdapter):  # type: ignore[misc]
    """The account rules of an installation: by invitation, noted, never telling."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": _(
            "This e-mail address and password do not belong together."
        ),
        "too_many_login_attempts": _(
            "Too many attempts. Please wait five minutes and try again."
        ),
        "enter_current_password": _("This is not your current password."),
        "incorrect_password": _("This is not your current password."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return False: people come in by invitation only."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Count the try before the password is looked at; too many are refused."""
        email = str(credentials.get("email", "")).lower()
        device = devices.device_of(request, email)
        action = "login_failed_known_device" if device else "login_failed"
        self._login_failed_rl_usage = ratelimit.consume(
            request, app=APP, action=action, key=device or email
        )
        if not self._login_failed_rl_usage:
            note_failure("sign_in_refused", request, email)
            raise self.validation_error("too_many_login_attempts")

    def authenticate(self, request: HttpRequest, **credentials: Any) -> User | None:
        """Return the user; one who was switched off looks like a wrong password."""
        user: User | None = super().authenticate(request, **credentials)
        if user is not None and not user.is_active:
            self.authentication_failed(request, **credentials)
            return None
        return user

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Note who could not come in."""
        note_failure("sign_in_failed", request, str(credentials.get("email", "")))

    def reauthenticate(self, user: User, password: str) -> bool:
        """Tell whether this is the user's password; wrong ones count as tries."""
        found = self.authenticate(self.request, email=user.email, password=password)
        return found is not None and found.pk == user.pk

    def login(self, request: HttpRequest, user: User) -> None:
        """Begin the session, with how many factors it has and when it began."""
        super().login(request, user)
        ways = {r["method"] for r in get_authentication_records(request, user)}
        request.session["second_factor"] = "mfa" in ways
        begin_session(request)
        note("signed_in", request, user)

    def post_login(self, request: HttpRequest, user: User, **told: Any) -> HttpResponse:
        """Answer the sign-in, and know this browser from now on."""
        response: HttpResponse = super().post_login(request, user, **told)
        devices.remember(request, response, user.email)
        return response

    def logout(self, request: HttpRequest) -> None:
        """End the session."""
        user = request.user if request.user.is_authenticated else None
        super().logout(request)
        note("signed_out", request, user)

    def respond_user_inactive(self, request: HttpRequest, user: User) -> HttpResponse:
        """Say nothing about a passkey of someone who was switched off."""
        note("sign_in_failed", request, user, outcome=REFUSED)
        return HttpResponseRedirect(reverse("sign_in"))

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        """Lead to the text that waits, else to the choice of organisation, or home."""
        if returning.SESSION_KEY in request.session:
            return reverse("go_on")
        mine = Membership.objects.active().filter(user=request.user)  # type: ignore[misc]
        if "membership" not in request.session and mine.count() > 1:
            return reverse("choose_membership")
        return reverse("home")

    def get_password_change_redirect_url(self, request: HttpRequest) -> str:
        """Lead back to the page about one's own account."""
        return reverse("account_security")

    def is_reauthentication_required(self, *, app: str, **told: Any) -> bool:
        """Tell whether it is five minutes ago that someone showed who they are (A9)."""
        return not is_fresh(self.request)

    def get_reauthentication_methods(self, user: User) -> list[dict[str, Any]]:
        """Return the ways to show who one is; a second factor comes first."""
        ways: list[dict[str, Any]] = super().get_reauthentication_methods(user)
        return sorted(ways, key=lambda way: way["id"] == "reauthenticate")

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: Any = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Show what went wrong; what went well our own pages say, in our own words."""
        if message:
            messages.add_message(request, level, message, extra_tags=extra_tags)
