"""Which of allauth's pages are open here, in which words, and what is noted of them?

Only what signing in and one's own account need; everything else has no address. The
steps themselves (stages, hashing, WebAuthn) are allauth's.
"""

from typing import Any

import qrcode
from allauth.account import views as account
from allauth.account.internal.flows.reauthentication import (
    raise_if_reauthentication_required,
)
from allauth.mfa.adapter import get_adapter
from allauth.mfa.base import views as base
from allauth.mfa.models import Authenticator
from allauth.mfa.totp import views as totp
from allauth.mfa.totp.internal.flows import activate_totp
from allauth.mfa.webauthn import views as webauthn
from allauth.mfa.webauthn.internal import auth
from allauth.mfa.webauthn.internal.flows import add_authenticator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse_lazy
from django.views.decorators.http import require_POST

from dichtbij.organisations import factors, returning
from dichtbij.organisations.forms import (
    AppForm,
    CodeAgainForm,
    CodeForm,
    NewPasswordForm,
    PasskeyForm,
    PasswordAgainForm,
    SignInForm,
)
from dichtbij.organisations.freshness import show
from dichtbij.organisations.noting import note
from dichtbij.organisations.request import Request
from dichtbij.organisations.second_factor import at_the_door, own_page

PAGES = "organisations/pages"


class SignIn(account.LoginView):  # type: ignore[misc]
    """E-mail address and password, or a passkey."""

    form_class = SignInForm
    template_name = f"{PAGES}/sign_in.html"

    def form_valid(self, form: Any) -> Any:
        """Take along what was sent when the login had expired."""
        returning.carry(self.request)
        return super().form_valid(form)

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        """Add what travels through this page."""
        context: dict[str, Any] = super().get_context_data(**told)
        return context | {
            "kept": getattr(self.request, "kept", "")
            or self.request.POST.get(returning.FIELD, ""),
            "next": self.get_next_url() or "",
        }


class SignInByPasskey(webauthn.LoginWebAuthnView):  # type: ignore[misc]
    """A passkey alone: it checked its owner, so it is two factors."""

    def form_valid(self, form: Any) -> Any:
        """Take along what was sent when the login had expired."""
        returning.carry(self.request)
        return super().form_valid(form)


class Again:
    """Shows once more who one is; the session goes on under a new number."""

    request: Request

    def form_valid(self, form: Any) -> Any:
        """Note it, and count a second factor that was shown."""
        self.request.session.cycle_key()
        show(self.request)
        if not isinstance(form, PasswordAgainForm):
            self.request.session["second_factor"] = True
        note("reauthenticated", self.request, self.request.user)
        return super().form_valid(form)  # type: ignore[misc]


class PasswordAgain(Again, account.ReauthenticateView):  # type: ignore[misc]
    """The password once more."""

    form_class = PasswordAgainForm
    template_name = f"{PAGES}/again.html"


class CodeAgain(Again, base.ReauthenticateView):  # type: ignore[misc]
    """A code once more."""

    form_class = CodeAgainForm
    template_name = f"{PAGES}/again.html"


class PasskeyAgain(Again, webauthn.ReauthenticateWebAuthnView):  # type: ignore[misc]
    """A passkey once more."""

    template_name = f"{PAGES}/again_passkey.html"

    def form_invalid(self, form: Any) -> HttpResponse:
        """Show the same page, with what went wrong."""
        page: HttpResponse = self.render_to_response(self.get_context_data(form=form))
        return page


class AddApp(totp.ActivateTOTPView):  # type: ignore[misc]
    """Enrol an app that shows codes."""

    form_class = AppForm
    template_name = f"{PAGES}/add_app.html"

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        """Add the secret as a drawing and as text to type."""
        context: dict[str, Any] = super(totp.ActivateTOTPView, self).get_context_data(
            **told
        )
        secret = context["form"].secret
        address = get_adapter().build_totp_url(self.request.user, secret)
        groups = [secret[i : i + 4] for i in range(0, len(secret), 4)]
        return context | {"secret": " ".join(groups), "drawing": drawing(address)}

    def form_valid(self, form: Any) -> HttpResponse:
        """Enrol; the code that proved it cannot be used again to sign in."""
        activate_totp(self.request, form)
        factors.spend_app_code(self.request.user, form.cleaned_data["code"])
        return strengthened(self.request, "app")


class RemoveApp(totp.DeactivateTOTPView):  # type: ignore[misc]
    """Take the app away, for instance for a new telephone."""

    template_name = f"{PAGES}/remove_factor.html"
    success_url = reverse_lazy("account_security")

    def form_valid(self, form: Any) -> HttpResponse:
        """Take it away and end the other sessions."""
        answer: HttpResponse = super().form_valid(form)
        return weakened(self.request, "app", answer)


class AddPasskey(webauthn.AddWebAuthnView):  # type: ignore[misc]
    """Enrol a passkey."""

    form_class = PasskeyForm
    template_name = f"{PAGES}/add_passkey.html"

    def get_context_data(self, **told: Any) -> dict[str, Any]:
        """Ask for a passkey that checks its owner and can sign in alone."""
        context: dict[str, Any] = super(
            webauthn.AddWebAuthnView, self
        ).get_context_data(**told)
        options = auth.begin_registration(self.request.user, passwordless=True)
        return context | {"js_data": {"creation_options": options}}

    def form_valid(self, form: Any) -> HttpResponse:
        """Enrol it."""
        add_authenticator(
            self.request,
            name=form.cleaned_data["name"],
            credential=form.cleaned_data["credential"],
        )
        return strengthened(self.request, "passkey")


class RemovePasskey(webauthn.RemoveWebAuthnView):  # type: ignore[misc]
    """Take a passkey away, for instance of a lost device."""

    template_name = f"{PAGES}/remove_factor.html"
    success_url = reverse_lazy("account_security")

    def get_object(self, queryset: Any = None) -> Authenticator:
        """Return the passkey by its mark: no table key stands in an address (R7)."""
        for key in self.get_queryset():
            if factors.mark_of(key) == self.kwargs["mark"]:
                return key
        raise Http404

    def form_valid(self, form: Any) -> HttpResponse:
        """Take it away and end the other sessions."""
        answer: HttpResponse = super().form_valid(form)
        return weakened(self.request, "passkey", answer)


class ChangePassword(account.PasswordChangeView):  # type: ignore[misc]
    """A new password; every other session ends."""

    form_class = NewPasswordForm
    template_name = f"{PAGES}/change_password.html"

    def dispatch(self, request: Request, *args: Any, **kwargs: Any) -> Any:
        """Lead back who has no password to change."""
        if not request.user.has_usable_password():
            return redirect("account_security")
        return super().dispatch(request, *args, **kwargs)

    def form_valid(self, form: Any) -> Any:
        """Change it and note that."""
        answer = super().form_valid(form)
        note("password_changed", self.request, self.request.user)
        return answer


def drawing(text: str) -> dict[str, Any]:
    """Return a QR code as the path of an SVG, with its size in modules."""
    code = qrcode.QRCode(border=2)
    code.add_data(text)
    rows = code.get_matrix()
    dots = "".join(
        f"M{x} {y}h1v1h-1z"
        for y, row in enumerate(rows)
        for x, on in enumerate(row)
        if on
    )
    return {"size": len(rows), "path": dots}


def strengthened(request: Request, kind: str) -> HttpResponse:
    """Note the new factor, end older sessions, and go on to the recovery codes."""
    factors.end_other_sessions(request, request.user)
    request.session["second_factor"] = True
    note("second_factor_added", request, request.user, object_type=kind)
    if factors.codes_left(request.user):
        return redirect("account_security")
    return redirect("account_recovery_codes")


def weakened(request: Request, kind: str, answer: HttpResponse) -> HttpResponse:
    """Note that a factor went; without any, the next page asks for a new one."""
    factors.end_other_sessions(request, request.user)
    request.session["second_factor"] = factors.has_factor(request.user)
    note("second_factor_removed", request, request.user, object_type=kind)
    return answer


def security(request: Request) -> HttpResponse:
    """Show how one signs in, and where that is changed."""
    mine = Authenticator.objects.filter(user=request.user)
    return render(
        request,
        f"{PAGES}/security.html",
        {
            "app": mine.filter(type=Authenticator.Type.TOTP).first(),
            "passkeys": [
                {
                    "mark": factors.mark_of(key),
                    "name": key.wrap().name,
                    "last_used_at": key.last_used_at,
                }
                for key in mine.filter(type=Authenticator.Type.WEBAUTHN).order_by("pk")
            ],
            "codes_left": factors.codes_left(request.user),
            "complete": bool(request.session.get("second_factor")),
            "has_password": request.user.has_usable_password(),
        },
    )


def recovery_codes(request: Request) -> HttpResponse:
    """Make new recovery codes and show them, this once."""
    raise_if_reauthentication_required(request, app="allauth.mfa")
    if not factors.has_factor(request.user):
        return redirect("account_security")
    codes: list[str] = []
    if request.method == "POST":
        codes = factors.make_recovery_codes(request.user)
        note("recovery_codes_made", request, request.user)
    left = factors.codes_left(request.user)
    return render(
        request, f"{PAGES}/recovery_codes.html", {"codes": codes, "codes_left": left}
    )


@require_POST
def end_others(request: Request) -> HttpResponse:
    """Sign out everywhere else (A10)."""
    factors.end_other_sessions(request, request.user)
    note("sessions_ended", request, request.user)
    return redirect("account_security")


def too_many(request: HttpRequest) -> HttpResponse:
    """Answer 429: tried too often in a short time."""
    return render(request, f"{PAGES}/too_many.html", status=429)


sign_in = at_the_door(SignIn.as_view())
sign_in_by_passkey = at_the_door(SignInByPasskey.as_view())
sign_in_code = at_the_door(
    base.AuthenticateView.as_view(
        form_class=CodeForm, template_name=f"{PAGES}/code.html"
    )
)
sign_out = at_the_door(
    account.LogoutView.as_view(template_name=f"{PAGES}/sign_out.html")
)
password_again = own_page(PasswordAgain.as_view(), one_factor=True)
code_again = own_page(CodeAgain.as_view(), one_factor=True)
passkey_again = own_page(PasskeyAgain.as_view(), one_factor=True)
add_app = own_page(AddApp.as_view(), one_factor=True)
add_passkey = own_page(AddPasskey.as_view(), one_factor=True)
remove_app = own_page(RemoveApp.as_view())
remove_passkey = own_page(RemovePasskey.as_view())
change_password = own_page(ChangePassword.as_view())
security_page = own_page(security, one_factor=True)
recovery_codes_page = own_page(recovery_codes)
end_others_page = own_page(end_others)
