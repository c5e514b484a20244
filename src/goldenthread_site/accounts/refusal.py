"""The one refusal of the site: a sentence for whoever asked for what may not or cannot be done.

Every room's permissions, rules and actions raise it. A view catches it only to say the sentence
beside a field of its form; whatever leaves a view is shown by the middleware on one page.
"""


class RefusedError(Exception):
    """What was asked cannot be done now. The message says why, and what to do instead.

    ``field``: the field of the form that it is about, if it is about one.
    """

    status = 409

    def __init__(self, why: str, field: str | None = None) -> None:
        super().__init__(why)
        self.field = field


class NotAllowedError(RefusedError):
    """Someone else may do this, and this person may not. The message says who."""

    status = 403
