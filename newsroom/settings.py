"""All settings of the site. Every environment variable is explained where it is read.

Without any variable the site is safe and closed: DEBUG is off, only this machine
is served, visitors are sent to https, data lies in var/.
"""

from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF

from newsroom import environment

BASE_DIR = Path(__file__).resolve().parent.parent

# VAR_DIR: folder of everything that is written (database, pictures, collected
# static files, the secret). Default: var/ in the checkout.
VAR_DIR = Path(environment.text("VAR_DIR", str(BASE_DIR / "var")))

# DEBUG: 1 shows errors with their source and serves plain http. `make demo` asks
# for it; a public site never does.
DEBUG = environment.flag("DEBUG")

# SECRET_KEY: signs sessions and forms. Default: made up once and kept in
# VAR_DIR/secret_key, which only its owner can read. Several machines that serve one
# site must share it here.
SECRET_KEY = environment.secret("SECRET_KEY", VAR_DIR / "secret_key")

# ALLOWED_HOSTS: host names served, with commas between. Default: this machine.
ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")

# PATH_PREFIX: path under which the site lives, such as /chenbao. Default: the root.
PATH_PREFIX = environment.prefix("PATH_PREFIX")
FORCE_SCRIPT_NAME = PATH_PREFIX or None

# HTTPS: 0 where visitors really come by plain http. Default: on, off under DEBUG.
HTTPS = environment.flag("HTTPS", default=not DEBUG)

# BEHIND_PROXY: 1 where a proxy sets X-Forwarded-Proto itself. Never set it where a
# visitor could send that header.
if environment.flag("BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# CSRF_TRUSTED_ORIGINS: origins of forms, such as https://www.example.cn, where the
# proxy changes the host name.
CSRF_TRUSTED_ORIGINS = environment.words("CSRF_TRUSTED_ORIGINS")

INSTALLED_APPS = [
    "whitenoise.runserver_nostatic",  # static files also under a path, while developing
    "taggit",  # before articles, whose admin takes its tags out
    "newsroom",
    "articles",
    "people",
    "django_filters",
    "csp",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "newsroom.middleware.PathPrefixMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "newsroom.middleware.ReaderErrorsMiddleware",
    "newsroom.middleware.HostileAddressMiddleware",
    "newsroom.middleware.FreshPagesMiddleware",
    "newsroom.middleware.TextCompressionMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.http.ConditionalGetMiddleware",
    "newsroom.validators.KnownPagesMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.context_processors.paper",
                "newsroom.context_processors.reader",
            ],
        },
    },
]

# Data ------------------------------------------------------------------------

# DATABASE_URL: such as postgres://user:password@host/name. Default: SQLite in
# VAR_DIR. A PostgreSQL database must be created with the locale C.UTF-8.
DATABASE_URL = environment.text("DATABASE_URL", f"sqlite:///{VAR_DIR}/newsroom.sqlite3")

# DATABASE_CONNECTION_SECONDS: how long a connection is kept. Opening one for each
# request costs more than the page itself.
DATABASES = {
    "default": dj_database_url.parse(
        DATABASE_URL,
        conn_max_age=environment.number("DATABASE_CONNECTION_SECONDS", 600),
        conn_health_checks=True,
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    VAR_DIR.mkdir(parents=True, exist_ok=True)
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# Uploads: pictures and pages are checked by content where they come in; these
# bounds hold before that. UPLOAD_MEGABYTES: the largest file staff may upload.
UPLOAD_MAX_BYTES = environment.number("UPLOAD_MEGABYTES", 20) * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 5 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 5000
DATA_UPLOAD_MAX_NUMBER_FILES = 64
FILE_UPLOAD_PERMISSIONS = 0o640
MEDIA_ROOT = VAR_DIR / "media"
MEDIA_URL = f"{PATH_PREFIX}/media/"

STATIC_ROOT = VAR_DIR / "static"
STATIC_URL = f"{PATH_PREFIX}/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

WHITENOISE_ALLOW_ALL_ORIGINS = False

# Safety ----------------------------------------------------------------------

SECURE_SSL_REDIRECT = HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
# HSTS_SECONDS: how long browsers remember to come by https. Default: 30 days.
SECURE_HSTS_SECONDS = environment.number("HSTS_SECONDS", 2_592_000) if HTTPS else 0
# HSTS_SUBDOMAINS: 1 where every host below this one is served by https too.
SECURE_HSTS_INCLUDE_SUBDOMAINS = environment.flag("HSTS_SUBDOMAINS")
SILENCED_SYSTEM_CHECKS = [
    # The paper often lives under a path of a host that it does not own; what the
    # host's other names do, and the browsers' preload list, are not its to decide.
    "security.W005",
    "security.W021",
]
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = HTTPS
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = f"{PATH_PREFIX}/"
SESSION_COOKIE_AGE = 60 * 60 * 12
CSRF_FAILURE_VIEW = "newsroom.errors.csrf_failure"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "media-src": [SELF],
        "connect-src": [SELF],
        "manifest-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
        "object-src": [NONE],
    }
}
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"

# Language --------------------------------------------------------------------

LANGUAGE_CODE = "zh-hans"
TIME_ZONE = "Asia/Shanghai"
USE_I18N = True
USE_TZ = True
TAGGIT_CASE_INSENSITIVE = True

# The paper -------------------------------------------------------------------

# EDITION_*: the edition that pages belong to where nothing printed says otherwise.
EDITION = {
    # EDITION_TITLE: name of the paper.
    "title": environment.text("EDITION_TITLE", "社区晨报"),
    # EDITION_PLACE: the place in its masthead.
    "place": environment.text("EDITION_PLACE", "欧阳"),
    # EDITION_SLUG: its name in commands and addresses.
    "slug": environment.text("EDITION_SLUG", "ouyang"),
    # EDITION_HOME, EDITION_DISTRICT, EDITION_CITY: the street it is made for.
    "home": environment.text("EDITION_HOME", "欧阳路街道"),
    "district": environment.text("EDITION_DISTRICT", "虹口区"),
    "city": environment.text("EDITION_CITY", "上海市"),
    # EDITION_PUBLISHER, EDITION_SLOGAN, EDITION_CONTACT: as printed; empty: hidden.
    "publisher": environment.text("EDITION_PUBLISHER"),
    "slogan": environment.text("EDITION_SLOGAN"),
    "contact": environment.text("EDITION_CONTACT"),
}

# FOOTER_*: lines at the foot of every page. Empty ones are hidden.
FOOTER = {
    # FOOTER_PUBLISHER: 主办单位.
    "publisher": environment.text("FOOTER_PUBLISHER"),
    # FOOTER_ORGANIZER: 承办单位.
    "organizer": environment.text("FOOTER_ORGANIZER"),
    # FOOTER_PHONE: 联系电话.
    "phone": environment.text("FOOTER_PHONE"),
    # FOOTER_REPORT_PHONE: 违法和不良信息举报电话.
    "report_phone": environment.text("FOOTER_REPORT_PHONE"),
    # FOOTER_ICP: 沪ICP备…号, linked to the ministry.
    "icp": environment.text("FOOTER_ICP"),
    # FOOTER_POLICE: 沪公网安备…号.
    "police": environment.text("FOOTER_POLICE"),
    # FOOTER_PERMIT: 内部资料准印证 or 国内统一刊号.
    "permit": environment.text("FOOTER_PERMIT"),
    # FOOTER_SITE_CODE: 党政机关网站标识码.
    "site_code": environment.text("FOOTER_SITE_CODE"),
    # FOOTER_ACCESSIBILITY: 适老化与无障碍标识.
    "accessibility": environment.text("FOOTER_ACCESSIBILITY"),
    # FOOTER_PRIVACY: 隐私说明, one sentence.
    "privacy": environment.text("FOOTER_PRIVACY"),
}

# PUBLIC_DATA: 1 offers people, posts and memberships as JSON and CSV to everybody.
PUBLIC_DATA = environment.flag("PUBLIC_DATA")

# SHOW_CURRENT: 1 says 现任 where a named person vouched for it within 90 days. What
# is only printed stays 最近见报.
SHOW_CURRENT = environment.flag("SHOW_CURRENT")

# Journal ---------------------------------------------------------------------

# LOG_LEVEL: what is written to standard error. Default: WARNING.
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {"format": "{asctime} {levelname} {name} {message}", "style": "{"}
    },
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": environment.text("LOG_LEVEL", "WARNING"),
    },
}
