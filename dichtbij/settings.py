"""Where does it run, and how? Everything comes from the environment (house style 9)."""

import os
import secrets
from pathlib import Path

from csp.constants import NONCE, NONE, SELF
from django.utils.translation import gettext_lazy as _

from dichtbij import postgres

PACKAGE = Path(__file__).resolve().parent
CHECKOUT = PACKAGE.parent
VERSION = "0.1.0"

# --- where it runs ---------------------------------------------------------------
DEMO = os.environ.get("DICHTBIJ_MODE") == "demo"
DATA = postgres.data_folder()
DATABASES = postgres.databases()
DATABASES["default"]["ATOMIC_REQUESTS"] = True
if "owner" in DATABASES:
    DATABASES["owner"]["TEST"]["DEPENDENCIES"] = []
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"


def _secret() -> str:
    """Return the key of this installation; outside production it is made once."""
    given = os.environ.get("DICHTBIJ_SECRET_KEY")
    if given:
        return given
    path = DATA / "secret-key"
    if not path.exists():
        DATA.mkdir(parents=True, exist_ok=True)
        made = DATA / f"secret-key.{os.getpid()}"
        made.touch(mode=0o600)
        made.write_text(secrets.token_urlsafe(48))
        try:
            os.link(made, path)
        except FileExistsError:
            pass
        finally:
            made.unlink()
    return path.read_text()


SECRET_KEY = _secret()
# Public keys of earlier secrets, by which older releases of figures are still checked.
RELEASE_KEYS = [
    key for key in os.environ.get("DICHTBIJ_RELEASE_KEYS", "").split(",") if key
]
DEBUG = False
ALLOWED_HOSTS = os.environ.get(
    "DICHTBIJ_HOSTS", "127.0.0.1,localhost,[::1],testserver"
).split(",")
CSRF_TRUSTED_ORIGINS = [
    origin for origin in os.environ.get("DICHTBIJ_ORIGINS", "").split(",") if origin
]
PLAIN_HTTP = DEMO or os.environ.get("DICHTBIJ_PLAIN_HTTP") == "1"

# --- what it is made of ----------------------------------------------------------
INSTALLED_APPS = [
    "dichtbij.apps.Dichtbij",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.staticfiles",
    "django.forms",
    "template_partials.apps.SimpleAppConfig",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "procrastinate.contrib.django",
]
AUTH_USER_MODEL = "dichtbij.User"
ROOT_URLCONF = "dichtbij.urls"
WSGI_APPLICATION = "dichtbij.wsgi.application"
MIDDLEWARE = [
    "dichtbij.portal.front.Front",
    "dichtbij.organisations.whence.Whence",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "dichtbij.portal.language.Language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "dichtbij.organisations.lasting.SessionLimits",
    "dichtbij.organisations.returning.AskSignIn",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "dichtbij.organisations.second_factor.SecondFactor",
    "dichtbij.organisations.returning.Returned",
    "dichtbij.portal.wall.Wall",
    "dichtbij.portal.once.Once",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PACKAGE],
        "OPTIONS": {
            "loaders": [
                (
                    "template_partials.loader.Loader",
                    [
                        (
                            "django.template.loaders.cached.Loader",
                            [
                                "django.template.loaders.filesystem.Loader",
                                "django.template.loaders.app_directories.Loader",
                            ],
                        )
                    ],
                )
            ],
            "builtins": [
                "template_partials.templatetags.partials",
                "django.templatetags.i18n",
                "django.templatetags.static",
                "dichtbij.shared.tags",
                "dichtbij.audit.tags",
            ],
            "libraries": {
                "family": "dichtbij.portal.family.tags",
                "money": "dichtbij.finance.tags",
            },
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "csp.context_processors.nonce",
                "dichtbij.portal.frame.frame",
            ],
        },
    }
]
FORM_RENDERER = "dichtbij.shared.forms.Renderer"
STATIC_URL = "/static/"
STATICFILES_DIRS = [PACKAGE / "shared" / "static"]
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = False
WHITENOISE_MAX_AGE = 3600

# --- language and time -----------------------------------------------------------
LANGUAGE_CODE = "nl"
LANGUAGES = [("nl", _("Dutch")), ("en", _("English"))]
# Drafts for the pages that open by a link; each programme switches its own on.
FAMILY_LANGUAGES = ["tr", "ar", "pl"]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Europe/Amsterdam"
FORMAT_MODULE_PATH = "dichtbij.locale"

# --- who comes in ----------------------------------------------------------------
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["dichtbij.organisations.passwords.Argon2"]
AUTH_PASSWORD_VALIDATORS = [
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {
        "NAME": (
            "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"
        ),
        "OPTIONS": {"user_attributes": ("email", "name")},
    },
    {"NAME": "dichtbij.organisations.passwords.NotTooLong"},
    {"NAME": "dichtbij.organisations.passwords.NotObvious"},
]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "sign_in"
ACCOUNT_ADAPTER = "dichtbij.organisations.adapter.Adapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_REAUTHENTICATION_TIMEOUT = 300
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGIN_TIMEOUT = 600
# Tries that may fail. A browser that signed in to the account before is counted apart,
# so that nobody can shut out an owner (ADR 0011).
ACCOUNT_RATE_LIMITS = {
    "login": None,
    "login_failed": "30/5m/ip,5/5m/key",
    "login_failed_known_device": "10/5m/key",
    "second_factor": "5/5m/key",
    "reauthenticate": "20/5m/user",
    "invitation": "60/5m/ip",
    "link": "60/5m/ip",
    "link_code": "20/5m/ip",
}
MFA_ADAPTER = "dichtbij.organisations.factors.FactorAdapter"
# Recovery codes are our own: hashes of 120 bits (ADR 0010).
MFA_SUPPORTED_TYPES = ["totp", "webauthn"]
MFA_TOTP_ISSUER = "Dichtbij"
MFA_TOTP_TOLERANCE = 1
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_WEBAUTHN_USER_VERIFICATION = "required"
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = PLAIN_HTTP
# Single sign-on comes here: mozilla-django-oidc's backend joins AUTHENTICATION_BACKENDS
# when DICHTBIJ_OIDC_ISSUER is set, with the claim mapping and the least acr and amr it
# takes from the environment; `serve` then needs no waiver (docs/adr/0014).
CACHES = {"default": {"BACKEND": "dichtbij.organisations.sharing.Shared"}}
PROXIES = int(os.environ.get("DICHTBIJ_PROXIES", "0"))
IDLE_MINUTES = 15
ABSOLUTE_HOURS = 10
FAMILY_HOURS = 2
SESSION_COOKIE_AGE = ABSOLUTE_HOURS * 3600
SESSION_COOKIE_NAME = "dichtbij" if PLAIN_HTTP else "__Host-dichtbij"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not PLAIN_HTTP
SESSION_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_NAME = "csrf" if PLAIN_HTTP else "__Host-csrf"
CSRF_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "dichtbij.portal.errors.csrf"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = not PLAIN_HTTP

# --- what leaves ------------------------------------------------------------------
EMAIL_BACKEND = os.environ.get(
    "DICHTBIJ_EMAIL_BACKEND",
    "django.core.mail.backends.filebased.EmailBackend"
    if DEMO
    else "django.core.mail.backends.smtp.EmailBackend",
)
EMAIL_FILE_PATH = DATA / "mailbox"
EMAIL_HOST = os.environ.get("DICHTBIJ_SMTP_HOST", "localhost")
EMAIL_PORT = int(os.environ.get("DICHTBIJ_SMTP_PORT", "25"))
EMAIL_HOST_USER = os.environ.get("DICHTBIJ_SMTP_USER", "")
EMAIL_HOST_PASSWORD = os.environ.get("DICHTBIJ_SMTP_PASSWORD", "")
EMAIL_USE_TLS = os.environ.get("DICHTBIJ_SMTP_TLS", "1") == "1"
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = os.environ.get("DICHTBIJ_MAIL_FROM", "dichtbij@dichtbij.example")
ADDRESS = os.environ.get("DICHTBIJ_ADDRESS", "http://127.0.0.1:8000")

# Which function sends text messages; empty: none are sent, and pages say so (R24).
TEXT_BACKEND = os.environ.get(
    "DICHTBIJ_TEXT_BACKEND", "dichtbij.outbox.texting.in_mailbox" if DEMO else ""
)
# Where "leave this site now" leads: about the weather, as anyone looks up.
LEAVE_TO = os.environ.get("DICHTBIJ_LEAVE_TO", "https://www.knmi.nl/")

# --- what a browser may do --------------------------------------------------------
SECURE_HSTS_SECONDS = 0 if PLAIN_HTTP else 31_536_000
SECURE_HSTS_INCLUDE_SUBDOMAINS = not PLAIN_HTTP
SECURE_SSL_REDIRECT = not PLAIN_HTTP
# A balancer asks for readiness inside the network; the answer tells nothing personal.
SECURE_REDIRECT_EXEMPT = [r"^gezond/$"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "object-src": [NONE],
        "base-uri": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}
DATA_UPLOAD_MAX_MEMORY_SIZE = 1_000_000
DATA_UPLOAD_MAX_NUMBER_FIELDS = 500
# A file stays in memory, and one that is too large is never read (ADR 0063).
FILE_UPLOAD_MAX_MEMORY_SIZE = 20_000_000
FILE_UPLOAD_HANDLERS = [
    "dichtbij.shared.uploads.Bounded",
    "django.core.files.uploadhandler.MemoryFileUploadHandler",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}
    },
    "filters": {"links": {"()": "dichtbij.organisations.quiet.WithoutLinks"}},
    "handlers": {
        "out": {
            "class": "logging.StreamHandler",
            "formatter": "line",
            "filters": ["links"],
        }
    },
    "root": {"handlers": ["out"], "level": "WARNING"},
}

# --- work nobody waits for ---------------------------------------------------------
PROCRASTINATE_AUTODISCOVER_MODULE_NAME = "jobs"
PROCRASTINATE_ON_APP_READY = None
