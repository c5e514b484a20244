"""The partnership and everybody in it, each dated: agencies, posts and roles change in mid-year."""

from datetime import date
from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread_site.accounts.roles import TOLD, Role, Told


def on(day: date) -> Q:
    """Which spells hold on a day; the last day counts."""
    return Q(since__lte=day) & (Q(until__isnull=True) | Q(until__gte=day))


class Spell(models.Model):
    """Something that holds from a day, and perhaps until one."""

    since = models.DateField("from")
    until = models.DateField("until", null=True, blank=True)

    class Meta:
        abstract = True
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=F("since")),
                name="%(app_label)s_%(class)s_ends_after_it_begins",
            )
        ]


class Partnership(models.Model):
    """A safeguarding children partnership, or an adults' one that is linked to it."""

    class Kind(models.TextChoices):
        CHILDREN = "children", "safeguarding children partnership"
        ADULTS = "adults", "safeguarding adults partnership"

    class Colour(models.TextChoices):
        BLUE = "blue", "Blue"
        TEAL = "teal", "Teal"
        PLUM = "plum", "Plum"
        GREEN = "green", "Green"

    name = models.CharField(max_length=200, unique=True)
    slug = models.SlugField(unique=True)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.CHILDREN)
    colour = models.CharField(max_length=10, choices=Colour.choices, default=Colour.BLUE)
    # The councils whose children it is about, by the codes of the core's register.
    areas = models.JSONField(default=list)
    linked = models.ManyToManyField("self", blank=True)

    def __str__(self) -> str:
        return self.name


class Agency(models.Model):
    """A body that takes part. Its footprint is where its own figures come from."""

    class Sector(models.TextChoices):
        COUNCIL = "council", "Council"
        HEALTH = "health", "Health"
        POLICE = "police", "Police"
        EDUCATION = "education", "Education"
        JUSTICE = "justice", "Justice"
        VOLUNTARY = "voluntary", "Voluntary and faith"
        OTHER = "other", "Other"

    name = models.CharField(max_length=200, unique=True)
    short_name = models.CharField(max_length=60)
    sector = models.CharField(max_length=20, choices=Sector.choices)
    footprint = models.JSONField(default=list)
    began = models.DateField(null=True, blank=True)
    ended = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        verbose_name_plural = "agencies"

    def __str__(self) -> str:
        return self.name


class FormerName(models.Model):
    """What an agency was called until a day; what was written then keeps it."""

    agency = models.ForeignKey(Agency, models.PROTECT, related_name="former_names")
    name = models.CharField(max_length=200)
    # Of some names nobody knows any more when they began.
    since = models.DateField("from", null=True, blank=True)
    until = models.DateField("until")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(since__isnull=True) | Q(until__gte=F("since")),
                name="directory_formername_ends_after_it_begins",
            )
        ]


class Succession(models.Model):
    """One agency took another's place on a day: open actions and trends follow, old names stay."""

    class How(models.TextChoices):
        MERGED = "merged", "merged into"
        REPLACED = "replaced", "was replaced by"
        SPLIT = "split", "was split into"

    predecessor = models.ForeignKey(Agency, models.PROTECT, related_name="succeeded_by")
    successor = models.ForeignKey(Agency, models.PROTECT, related_name="succeeds")
    on = models.DateField()
    how = models.CharField(max_length=20, choices=How.choices)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["predecessor", "successor"], name="one_succession_for_a_pair"
            ),
            models.CheckConstraint(
                condition=~Q(predecessor=F("successor")), name="nobody_succeeds_themselves"
            ),
        ]


class Membership(Spell):
    """An agency's place in a partnership for a time."""

    class Standing(models.TextChoices):
        PARTNER = "partner", "Safeguarding partner"
        RELEVANT = "relevant", "Relevant agency"
        OTHER = "other", "Other"

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="memberships")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="memberships")
    standing = models.CharField(max_length=20, choices=Standing.choices)


class Group(models.Model):
    """A group of the partnership, such as the executive, with what it is for."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="groups")
    name = models.CharField(max_length=200)
    terms = models.TextField("terms of reference", blank=True)
    # Held together with others, such as a Pan Bedfordshire group or one with the adults’ board.
    shared_with = models.ManyToManyField(Partnership, blank=True, related_name="shared_groups")
    ended = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["partnership", "name"], name="one_group_of_a_name")
        ]

    def __str__(self) -> str:
        return self.name


class Post(models.Model):
    """A post in an agency or a group. Reports name posts; people hold them for a time."""

    title = models.CharField(max_length=200)
    agency = models.ForeignKey(Agency, models.PROTECT, null=True, blank=True, related_name="posts")
    group = models.ForeignKey(Group, models.PROTECT, null=True, blank=True, related_name="posts")

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(agency__isnull=False) | Q(group__isnull=False),
                name="a_post_is_somewhere",
            )
        ]

    def __str__(self) -> str:
        return self.title


class Holding(Spell):
    """Who holds a post, from when to when."""

    post = models.ForeignKey(Post, models.PROTECT, related_name="holdings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="holdings")


class Setting(models.Model):
    """A school or early years setting, known by its URN; its safeguarding lead changes."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="settings")
    urn = models.CharField("URN", max_length=6, unique=True)
    name = models.CharField(max_length=200)
    phase = models.CharField(max_length=60, blank=True)
    ended = models.DateField(null=True, blank=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["name"]

    def __str__(self) -> str:
        return self.name


class SettingLead(Spell):
    """Who leads on safeguarding in a school or setting, from when to when."""

    setting = models.ForeignKey(Setting, models.PROTECT, related_name="leads")
    name = models.CharField(max_length=200)
    email = models.EmailField(blank=True)


class RoleHeld(Spell):
    """A role someone holds in a partnership, perhaps for one agency."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="roles_held")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="roles_held")
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="roles_held"
    )
    role = models.CharField(
        max_length=30, choices=[(each.value, TOLD[each].title) for each in Role]
    )

    @property
    def role_told(self) -> Told:
        """What the role is, in words."""
        return TOLD[Role(self.role)]


class Conflict(Spell):
    """An interest someone declared in a matter: while it holds they see nothing of the matter."""

    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="conflicts")
    # The matter by kind and number, since matters of every room above may be meant.
    matter_kind = models.CharField(max_length=60)
    matter_id = models.CharField(max_length=40)
    note = models.TextField(blank=True)


class Invitation(Spell):
    """A role offered to an address that has no account yet. ``since`` and ``until`` are the role's.

    The link in the letter is kept as a digest only, works once, and not after ``expires``.
    """

    email = models.EmailField("email address")
    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="invitations")
    agency = models.ForeignKey(
        Agency, models.PROTECT, null=True, blank=True, related_name="invitations"
    )
    role = models.CharField(
        max_length=30, choices=[(each.value, TOLD[each].title) for each in Role]
    )
    invited_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, related_name="invitations_sent"
    )
    digest = models.CharField(max_length=64, unique=True)
    sent = models.DateTimeField(null=True)  # nothing where its last letter could not be sent
    expires = models.DateTimeField()
    withdrawn = models.DateTimeField(null=True, blank=True)
    accepted = models.DateTimeField(null=True, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, blank=True, related_name="invitations"
    )

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            *Spell.Meta.constraints,
            models.CheckConstraint(
                condition=Q(accepted__isnull=True) | Q(withdrawn__isnull=True),
                name="an_invitation_ends_in_one_way",
            ),
            models.CheckConstraint(
                condition=Q(accepted__isnull=True, person__isnull=True)
                | Q(accepted__isnull=False, person__isnull=False),
                name="whoever_accepts_has_an_account",
            ),
        ]

    def __str__(self) -> str:
        return self.email

    @property
    def role_told(self) -> Told:
        """What the role is, in words."""
        return TOLD[Role(self.role)]
