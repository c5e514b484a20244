"""Sends a letter, or says that it could not be sent: the one place that letters leave from.

A mail server that is down ends nobody’s page. What a letter tells of is done and kept before it is
sent; whoever asked for it is told that it did not go, and how to send it again.
"""

import logging

from django.core.mail import EmailMessage

_LOG = logging.getLogger(__name__)
NOT_SENT = "could not be sent: the mail server did not take it"


def post(letter: EmailMessage) -> bool:
    """True where the mail server took it; False where it did not, which the log tells, without
    whom it was for. Never inside a transaction: a server that does not answer takes its time.
    """
    try:
        letter.send()
    except OSError as why:  # no connection, no answer, or refused by SMTP or GOV.UK Notify
        _LOG.warning("A letter could not be sent: %s", type(why).__name__)
        return False
    return True
