"""Tokens, each to those who may see that there is one; never what a token is."""

from django.db.models import Q, QuerySet

from goldenthread_site.api.models import Token
from goldenthread_site.api.permissions import keeps
from goldenthread_site.api.rules import digest_of
from goldenthread_site.barrier.asking import as_the_system
from goldenthread_site.directory.standing import Standing


def tokens(standing: Standing) -> QuerySet[Token]:
    """One's own, of every partnership; for those who keep tokens, everyone's of this one too."""
    if standing.person is None:
        return Token.objects.none()
    mine = Q(person=standing.person)
    if keeps(standing):
        mine |= Q(partnership=standing.partnership)
    return Token.objects.filter(mine).select_related("person", "partnership", "ended_by")


@as_the_system("a program shows its token")
def shown(secret: str) -> Token | None:
    """The token a program showed, whatever has become of it; None where there is no such one."""
    found = Token.objects.filter(digest=digest_of(secret))
    return found.select_related("person", "partnership").first()
