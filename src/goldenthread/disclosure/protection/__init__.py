"""What to hide: small counts, and as few others as keep the small ones from being worked out."""

from goldenthread.disclosure.protection.door import Hidden, Passed, pass_through
from goldenthread.disclosure.protection.model import Protected, RefusedError
from goldenthread.disclosure.protection.protect import protect

__all__ = ["Hidden", "Passed", "Protected", "RefusedError", "pass_through", "protect"]
