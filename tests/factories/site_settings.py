"""The site's settings for tests: a home of its own, a database in memory, quick passwords."""

import os
from tempfile import mkdtemp

os.environ["GOLDENTHREAD_HOME"] = mkdtemp(prefix="goldenthread-site-")

from goldenthread_site.config.settings import *  # noqa: F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
WHITENOISE_AUTOREFRESH = True
