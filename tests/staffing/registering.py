from dichtbij.staffing.models import ProfessionalRegistration, RegistrationOverride


def registration_of(user, by):
    """Return the empty line of a person at the employer of whoever notes it."""
    return ProfessionalRegistration(user=user, **_place(by))


def override_of(user, by):
    return RegistrationOverride(user=user, **_place(by))


def _place(by):
    return {
        "programme": by.membership.programme,
        "holder": by.membership.organisation,
    }
