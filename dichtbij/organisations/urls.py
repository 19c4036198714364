"""Which addresses does signing in have?

The names that begin with account_ or mfa_ are those allauth asks for.
"""

from django.urls import path

from dichtbij.organisations import account, views

urlpatterns = [
    path("inloggen/", account.sign_in, name="sign_in"),
    path("inloggen/", account.sign_in, name="account_login"),
    path("inloggen/code/", account.sign_in_code, name="mfa_authenticate"),
    path("inloggen/passkey/", account.sign_in_by_passkey, name="mfa_login_webauthn"),
    path("inloggen/verder/", views.go_on, name="go_on"),
    path("uitloggen/", account.sign_out, name="account_logout"),
    path("uitnodiging/<str:token>/", views.invitation, name="invitation"),
    path("account/", account.security_page, name="account_security"),
    path("account/", account.security_page, name="mfa_index"),
    path("account/opnieuw/", account.password_again, name="account_reauthenticate"),
    path("account/opnieuw/code/", account.code_again, name="mfa_reauthenticate"),
    path(
        "account/opnieuw/passkey/",
        account.passkey_again,
        name="mfa_reauthenticate_webauthn",
    ),
    path("account/app/", account.add_app, name="mfa_activate_totp"),
    path("account/app/weg/", account.remove_app, name="mfa_deactivate_totp"),
    path("account/passkey/", account.add_passkey, name="mfa_add_webauthn"),
    path(
        "account/passkey/<str:mark>/weg/",
        account.remove_passkey,
        name="mfa_remove_webauthn",
    ),
    path(
        "account/herstelcodes/",
        account.recovery_codes_page,
        name="account_recovery_codes",
    ),
    path(
        "account/wachtwoord/", account.change_password, name="account_change_password"
    ),
    path("account/overal-uit/", account.end_others_page, name="account_end_others"),
    path("organisatie/", views.choose_membership, name="choose_membership"),
    path("beheer/", views.memberships, name="memberships"),
    path("beheer/uitnodigen/", views.invite, name="invite"),
    path("beheer/<uuid:uuid>/", views.membership, name="membership"),
]
