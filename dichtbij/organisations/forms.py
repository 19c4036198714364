"""What is asked while signing in and while letting people in, and is it in order?"""

from typing import Any

from allauth.account.forms import ChangePasswordForm, LoginForm, ReauthenticateForm
from allauth.account.internal.flows.login import record_authentication
from allauth.core import context, ratelimit
from allauth.mfa.adapter import get_adapter as factor_adapter
from allauth.mfa.totp.forms import ActivateTOTPForm
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from django import forms
from django.contrib.auth import password_validation
from django.utils.translation import gettext_lazy as _

from dichtbij.organisations.actions import PLATFORM_ROLES, ROLES_AT
from dichtbij.organisations.factors import spend_code
from dichtbij.organisations.models import Membership, User
from dichtbij.organisations.noting import REFUSED, note
from dichtbij.shared.forms import ActionForm
from dichtbij.shared.permissions import Role

NEW_PASSWORD_HELP = _(
    "At least 12 characters. A sentence of four words is easy to remember and strong."
)


def password(label: Any, *, new: bool = False, **more: Any) -> forms.CharField:
    """Return a field for a password, current or new."""
    complete = "new-password" if new else "current-password"
    widget = forms.PasswordInput(attrs={"autocomplete": complete})
    return forms.CharField(label=label, strip=False, widget=widget, **more)


def code_field(label: Any, **more: Any) -> forms.CharField:
    """Return a field for a code."""
    widget = forms.TextInput(attrs={"class": "short", "autocomplete": "one-time-code"})
    return forms.CharField(label=label, max_length=60, widget=widget, **more)


class SignInForm(LoginForm):  # type: ignore[misc]
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"] = forms.EmailField(
            label=_("E-mail address"),
            widget=forms.EmailInput(attrs={"autocomplete": "username"}),
        )
        self.fields["password"] = password(_("Password"))
        self.order_fields(["login", "password"])

    def clean_login(self) -> str:
        """Return the address as it is kept."""
        return str(self.cleaned_data["login"]).strip().lower()


class CodeForm(forms.Form):
    """A code of the app or a recovery code, as the second step of signing in."""

    code = code_field(
        _("Code"), help_text=_("Six digits from your app, or one recovery code.")
    )
    again = False

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        self.kind = ""
        super().__init__(*args, **kwargs)

    def clean_code(self) -> str:
        """Use the code up. Raises ValidationError: wrong, used, or tried too often."""
        request, code = context.request, str(self.cleaned_data["code"])
        key = f"second factor of {self.user.pk}"
        if not ratelimit.consume(request, action="second_factor", key=key):
            note("second_factor_refused", request, self.user, outcome=REFUSED)
            raise forms.ValidationError(
                _("Too many attempts. Please wait five minutes and try again.")
            )
        self.kind = spend_code(self.user, code)
        if not self.kind:
            note("second_factor_failed", request, self.user, outcome=REFUSED)
            raise factor_adapter().validation_error("incorrect_code")
        ratelimit.clear(request, action="second_factor", key=key)
        return code

    def save(self) -> None:
        """Count the factor in this session."""
        extra = {"reauthenticated": True} if self.again else {}
        record_authentication(
            context.request, self.user, "mfa", type=self.kind, **extra
        )
        if self.kind == "recovery_codes":
            note("recovery_code_used", context.request, self.user)


class CodeAgainForm(CodeForm):
    """The same code, before something important about one's own account."""

    again = True


class PasswordAgainForm(ReauthenticateForm):  # type: ignore[misc]
    password = password(_("Password"))


class AppForm(ActivateTOTPForm):  # type: ignore[misc]
    code = code_field(
        _("Code in the app"), help_text=_("Six digits; a new code every 30 seconds.")
    )


class PasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    name = forms.CharField(
        label=_("Name of this passkey"),
        max_length=40,
        help_text=_("For example: laptop of the practice."),
    )
    # Every passkey checks its owner, so it is two factors by itself (ADR 0010).
    passwordless = forms.BooleanField(initial=True, widget=forms.HiddenInput)


class NewPasswordForm(ChangePasswordForm):  # type: ignore[misc]
    oldpassword = password(_("Current password"))
    password1 = password(_("New password"), new=True, help_text=NEW_PASSWORD_HELP)
    password2 = password(_("New password again"), new=True)

    def clean_password1(self) -> str:
        """Return a password that is long enough and not common."""
        chosen = str(self.cleaned_data["password1"])
        password_validation.validate_password(chosen, self.user)
        return chosen


class AcceptForm(forms.Form):
    """The password someone chooses who was invited."""

    password1 = password(_("Choose a password"), new=True, help_text=NEW_PASSWORD_HELP)
    password2 = password(_("The same password again"), new=True)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_password1(self) -> str:
        """Return a password that is long enough and not common."""
        chosen = str(self.cleaned_data["password1"])
        password_validation.validate_password(chosen, self.user)
        return chosen

    def clean(self) -> dict[str, Any]:
        """Compare the two passwords."""
        told = dict(self.cleaned_data)
        if "password1" in told and told["password1"] != told.get("password2"):
            self.add_error("password2", _("The two passwords are not the same."))
        return told


class InviteForm(ActionForm):
    """Who is invited, where, and as what."""

    name = forms.CharField(label=_("Name"), max_length=120)
    email = forms.EmailField(
        label=_("E-mail address"),
        help_text=_("The invitation goes here, and is the name to sign in with."),
    )
    organisation: Any = forms.ModelChoiceField(None, label=_("Organisation"))
    programme: Any = forms.ModelChoiceField(
        None,
        label=_("Programme"),
        required=False,
        help_text=_("Empty for administrators of the platform only."),
    )
    role = forms.ChoiceField(
        label=_("Role"), choices=[("", "---------"), *Role.choices]
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("organisation", "programme"):
            model: Any = Membership._meta.get_field(name).related_model
            choices: Any = self.fields[name]
            choices.queryset = model._default_manager.order_by("name")

    def clean(self) -> dict[str, Any]:
        """Say beside the field which role and programme fit an organisation."""
        told = dict(self.cleaned_data)
        organisation, role = told.get("organisation"), told.get("role")
        if organisation and role and role not in ROLES_AT[organisation.kind]:
            self.add_error("role", _("This role does not exist at this organisation."))
        if role and (role in PLATFORM_ROLES) == bool(told.get("programme")):
            self.add_error(
                "programme",
                _("Administrators have no programme; everyone else has one."),
            )
        return told

    def arguments(self) -> dict[str, Any]:
        """Return all but the organisation, which is the subject of the act."""
        told = dict(self.cleaned_data)
        told.pop("organisation")
        return told


class SearchForm(forms.Form):
    """Which memberships are looked for."""

    q = forms.CharField(label=_("Name, e-mail or organisation"), required=False)
    state = forms.ChoiceField(
        label=_("State"),
        required=False,
        choices=[("", _("all")), *Membership.State.choices],
    )
