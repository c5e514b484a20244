"""Django's settings. What differs between deployments comes from ``deployment`` alone."""

import os
from pathlib import Path

from csp.constants import NONCE, NONE, SELF

from goldenthread_site.accounts.single_sign_on import single_sign_on
from goldenthread_site.config.deployment import deployment

_HERE = deployment()
_ROOT = Path(__file__).resolve().parents[1]

SECRET_KEY = _HERE.secret_key
SEALS = _HERE.seals
DEBUG = False
EXAMPLE = _HERE.example
HOME = _HERE.home
ALLOWED_HOSTS = list(_HERE.hosts) or ["127.0.0.1", "localhost", "[::1]"]
DATABASES = {"default": dict(_HERE.database)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "goldenthread_site.home",
    "goldenthread_site.api",
    "goldenthread_site.returns",
    "goldenthread_site.figures",
    "goldenthread_site.directory",
    "goldenthread_site.trail",
    "goldenthread_site.accounts",
    "goldenthread_site.design",
    "goldenthread_site.barrier",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "django_tasks",
    "django_tasks_db",
    "csp",
]

MIDDLEWARE = [
    # Before whatever asks the database: nobody asks it until one below says who does.
    "goldenthread_site.barrier.middleware.NobodyYet",
    # Before all others: where a request comes from is read in many places.
    "goldenthread_site.accounts.proxies.ThroughTrustedProxies",
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    # Before anything reads what was sent: the token of a form is read from it too.
    "goldenthread_site.config.too_large.CappedBySize",
    "goldenthread_site.config.addresses.WithoutZeroCharacters",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    # A program's token, in place of a session, at the API's addresses only.
    "goldenthread_site.api.middleware.ByToken",
    # After those who say who is asking: who may open the address, deny by default.
    "goldenthread_site.directory.middleware.OpenOnlyToThoseNamed",
    "goldenthread_site.accounts.kept.middleware.TypingGivenBack",
    "goldenthread_site.accounts.middleware.RefusalsShown",
]

ROOT_URLCONF = "goldenthread_site.config.urls"
WSGI_APPLICATION = "goldenthread_site.config.wsgi.application"

_CONTEXT = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "goldenthread_site.directory.standing.standing_for_templates",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "APP_DIRS": True,
        "OPTIONS": {
            "environment": "goldenthread_site.design.pages.environment",
            "context_processors": _CONTEXT,
        },
    },
    {
        # The templates that come with the sign-in library, dressed by design/templates/allauth.
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_ROOT / "design" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": _CONTEXT},
    },
]

AUTH_USER_MODEL = "accounts.Person"
AUTHENTICATION_BACKENDS = ["allauth.account.auth_backends.AuthenticationBackend"]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"

ACCOUNT_ADAPTER = "goldenthread_site.accounts.adapter.ByInvitation"
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*", "password1*"]
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"  # an account is made by invitation to the address itself
ACCOUNT_LOGOUT_REDIRECT_URL = "account_login"
ACCOUNT_REAUTHENTICATION_TIMEOUT = 15 * 60
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Golden Thread"
MFA_ADAPTER = "goldenthread_site.accounts.adapter.SecondFactors"
MFA_TOTP_TOLERANCE = 1  # a telephone's clock may be half a minute out
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = EXAMPLE  # a trial is http on this machine
ACCOUNT_SESSION_REMEMBER = False  # signed out when the browser is closed, or after half a day
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False  # nobody is written to who was not invited
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Five failures for an address, then a quarter of an hour's rest. A council's whole staff may come
# from one address of the network, so that is allowed far more.
ACCOUNT_RATE_LIMITS = {"login_failed": "60/15m/ip,5/15m/key", "login": "240/m/ip"}
ALLAUTH_TRUSTED_PROXY_COUNT = 0  # a middleware of ours has put the client's address in its place
TRUSTED_PROXIES = _HERE.proxies
_FORMS = "goldenthread_site.accounts.forms."
ACCOUNT_FORMS = {
    "login": _FORMS + "SignIn",
    "reauthenticate": _FORMS + "StillYou",
    "reset_password": _FORMS + "ForgottenPassword",
    "reset_password_from_key": _FORMS + "NewPassword",
    "change_password": _FORMS + "ChangePassword",
}
MFA_FORMS = {
    "authenticate": _FORMS + "Code",
    "reauthenticate": _FORMS + "CodeAgain",
    "activate_totp": _FORMS + "AddApp",
    "login_webauthn": _FORMS + "SignInWithPasskey",
    "authenticate_webauthn": _FORMS + "PasskeyAsFactor",
    "reauthenticate_webauthn": _FORMS + "PasskeyAgain",
    "add_webauthn": _FORMS + "AddPasskey",
    "edit_webauthn": _FORMS + "RenamePasskey",
}
SINGLE_SIGN_ON = single_sign_on(os.environ)
SOCIALACCOUNT_PROVIDERS = SINGLE_SIGN_ON.as_settings() if SINGLE_SIGN_ON else {}
SOCIALACCOUNT_ADAPTER = "goldenthread_site.directory.people.arriving.OnlyInvited"
# A link and not a form: a browser refuses a form that is sent on to another site.
SOCIALACCOUNT_LOGIN_ON_GET = True

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = not EXAMPLE
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_COOKIE_HTTPONLY = True
CSRF_FAILURE_VIEW = "goldenthread_site.accounts.kept.views.form_expired"
SECURE_SSL_REDIRECT = not EXAMPLE
SECURE_REDIRECT_EXEMPT = ["^healthz$"]  # asked by whatever keeps the server running, beside it
SECURE_HSTS_SECONDS = 0 if EXAMPLE else 365 * 24 * 60 * 60
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = not EXAMPLE
SECURE_PROXY_SSL_HEADER = None if EXAMPLE else ("HTTP_X_FORWARDED_PROTO", "https")
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "style-src-attr": [NONE],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

LANGUAGE_CODE = "en-gb"
TIME_ZONE = "Europe/London"
USE_TZ = True
USE_I18N = True

STATIC_URL = "static/"
STATIC_ROOT = HOME / "static"
WHITENOISE_USE_FINDERS = True
MEDIA_ROOT = HOME / "files"
FILE_UPLOAD_PERMISSIONS = 0o600
FILE_UPLOAD_TEMP_DIR = HOME / "arriving"  # what is not here whole yet; clear_uploads empties it
DATA_UPLOAD_MAX_MEMORY_SIZE = 5_000_000  # of everything typed
DATA_UPLOAD_MAX_NUMBER_FIELDS = 1000
DATA_UPLOAD_MAX_NUMBER_FILES = 5
LARGEST_REQUEST = 12_000_000  # a file of a return, and what stands around it

CACHES = {
    # Attempts to sign in are counted here: in the database, so that every process counts alike.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache",
    }
}
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
NOTIFY_SERVER = ""
NOTIFY_TEMPLATE = ""
NOTIFY_KEY = ""
globals().update(_HERE.mail)  # EMAIL_BACKEND and what it needs

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"()": "goldenthread_site.config.logs.WithoutValues"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
