"""What other rooms may listen to, so that the directory need know nothing of them.

``agency_succeeded`` is sent inside the transaction that records a succession, with
``succession`` and ``by`` (an Acting). A room moves its open requests from
``succession.predecessor`` to ``queries.current_agency`` of the day; what a listener raises undoes
the succession as well, so that nothing is half moved.
"""

from django.dispatch import Signal

agency_succeeded = Signal()
