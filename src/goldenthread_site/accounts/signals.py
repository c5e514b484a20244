"""What happens while people sign in that the sign-in library tells nobody of.

Both are sent with ``request`` and ``person``, who is None where the address typed has no account.
Whoever listens may write it down, but never what was typed.
"""

from django.dispatch import Signal

sign_in_failed = Signal()
locked_out = Signal()
