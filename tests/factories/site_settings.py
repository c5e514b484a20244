"""The site's settings for tests: a home of its own, a database in memory, quick passwords."""

import atexit
import os
from shutil import rmtree
from tempfile import mkdtemp

# The journeys' browser is driven by a loop that stays in the process: Django takes every later test
# to be asynchronous, which none is.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
os.environ["GOLDENTHREAD_HOME"] = mkdtemp(prefix="goldenthread-site-")

from goldenthread_site.config.settings import *  # noqa: F403

atexit.register(rmtree, HOME, ignore_errors=True)  # noqa: F405

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}
WHITENOISE_AUTOREFRESH = True
