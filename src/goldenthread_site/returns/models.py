"""What was asked, what was sent, version by version, what was queried and answered, and files."""

from typing import ClassVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from goldenthread.nouns import Area, AreaKind, Period, Quality, Unit
from goldenthread.nouns.register import area
from goldenthread_site.directory.models import Agency, Partnership
from goldenthread_site.returns.rules import OPEN_READINGS, CellState, ReadingState, Status
from goldenthread_site.returns.templates import ReturnTemplate, templates

_PERSON = settings.AUTH_USER_MODEL
QUALITIES = [
    (Quality.GOOD.value, "Good: nothing in particular to know"),
    (Quality.CAUTION.value, "Read with caution"),
    (Quality.POOR.value, "Poor: not to be leaned on"),
]
WHOLE_AGENCY = "agency"  # a footprint: everyone the agency serves, wherever they live


def area_of(footprint: str, agency: Agency) -> Area:
    """The area of a footprint’s code; ``agency`` stands for everyone that agency serves."""
    if footprint != WHOLE_AGENCY:
        return area(footprint)
    return Area(
        f"agency-{agency.pk}",
        f"everyone {agency.name} serves",
        AreaKind.FOOTPRINT,
        members=tuple(agency.footprint),
    )


class DataRequest(models.Model):
    """What one agency is asked for, for one period, about whose children, by when."""

    partnership = models.ForeignKey(Partnership, models.PROTECT, related_name="data_requests")
    agency = models.ForeignKey(Agency, models.PROTECT, related_name="data_requests")
    template = models.CharField(max_length=60)
    period_code = models.CharField("period", max_length=40)
    footprint = models.CharField(max_length=40)
    due = models.DateField()
    guidance = models.TextField(blank=True)
    asked_by = models.ForeignKey(_PERSON, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    # The request it was rolled forward from, and whether it is to be rolled forward itself.
    follows = models.OneToOneField(
        "self", models.PROTECT, null=True, blank=True, related_name="followed_by"
    )
    repeats = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["due", "agency__name", "template"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["partnership", "agency", "template", "period_code", "footprint"],
                name="asked_once_of_an_agency_for_a_period",
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["partnership", "due"], name="requests_by_day_due")
        ]

    def __str__(self) -> str:
        return f"{self.asked.title}, {self.period.words}, {self.agency.name}"

    @property
    def asked(self) -> ReturnTemplate:
        """The template it asks by."""
        return templates()[self.template]

    @property
    def period(self) -> Period:
        """The period it is about."""
        return Period.parse(self.period_code)

    @property
    def area(self) -> Area:
        """Whose children it asks about."""
        return area_of(self.footprint, self.agency)


class Upload(models.Model):
    """A file that was sent. It lies under the digest of its bytes; its name is words only."""

    digest = models.CharField(max_length=64)
    kind = models.CharField(max_length=5)
    size = models.PositiveIntegerField()
    given_name = models.CharField(max_length=120)
    by = models.ForeignKey(_PERSON, models.PROTECT, related_name="+")
    at = models.DateTimeField(auto_now_add=True)

    @property
    def place(self) -> str:
        """Where it lies below MEDIA_ROOT."""
        return f"returns/{self.digest[:2]}/{self.digest}{self.kind}"


class Return(models.Model):
    """One version of what an agency sends for a request."""

    request = models.ForeignKey(DataRequest, models.PROTECT, related_name="versions")
    version = models.PositiveSmallIntegerField()
    status = models.CharField(
        max_length=12, choices=[(each, each.words) for each in Status], default=Status.DRAFT
    )
    # What the agency itself says its numbers are about: never taken from what was asked.
    footprint = models.CharField(max_length=40)
    period_code = models.CharField(max_length=40)
    quality = models.CharField(max_length=10, choices=QUALITIES, default=Quality.GOOD.value)
    note = models.TextField(blank=True)
    upload = models.ForeignKey(
        Upload, models.PROTECT, null=True, blank=True, related_name="returns"
    )
    begun_by = models.ForeignKey(_PERSON, models.PROTECT, related_name="+")
    saved_by = models.ForeignKey(_PERSON, models.PROTECT, null=True, related_name="+")
    saved_at = models.DateTimeField(null=True)
    submitted_by = models.ForeignKey(_PERSON, models.PROTECT, null=True, related_name="+")
    submitted_at = models.DateTimeField(null=True)
    signed_by = models.ForeignKey(_PERSON, models.PROTECT, null=True, related_name="+")
    signed_as = models.CharField(max_length=200, blank=True)  # the post, which outlasts its holder
    signed_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(_PERSON, models.PROTECT, null=True, related_name="+")
    accepted_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-version"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["request", "version"], name="versions_are_counted"),
            models.UniqueConstraint(
                fields=["request"], condition=Q(status=Status.DRAFT), name="one_draft_at_a_time"
            ),
            models.UniqueConstraint(
                fields=["request"], condition=Q(status=Status.ACCEPTED), name="one_accepted_version"
            ),
            models.CheckConstraint(
                condition=~Q(status=Status.ACCEPTED) | Q(signed_at__isnull=False),
                name="accepted_only_when_signed",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.DRAFT) | Q(submitted_at__isnull=False),
                name="nothing_leaves_unsubmitted",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.request}, version {self.version}"

    @property
    def period(self) -> Period:
        """The period the agency says its numbers are about."""
        return Period.parse(self.period_code)

    @property
    def area(self) -> Area:
        """Whose children the agency says its numbers count."""
        return area_of(self.footprint, self.request.agency)

    @property
    def status_words(self) -> str:
        """Its status, and whether the lead’s signature is still wanted."""
        status = Status(self.status)
        if status is Status.SUBMITTED:
            return "Signed" if self.signed_at else "Submitted, to be signed"
        return status.words


class Reading(models.Model):
    """A large file in line to be read into a draft, how far it has come, and how it ended."""

    sent = models.ForeignKey(Return, models.CASCADE, related_name="readings")
    upload = models.ForeignKey(Upload, models.PROTECT, related_name="readings")
    state = models.CharField(
        max_length=12,
        choices=[(each, each.words) for each in ReadingState],
        default=ReadingState.WAITING,
    )
    faults = models.JSONField(default=list)  # sentences for whoever sent it
    lines = models.PositiveSmallIntegerField(default=0)
    where = models.CharField(max_length=45, blank=True)  # the address it was sent from
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-pk"]
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(
                fields=["sent"],
                condition=Q(state__in=OPEN_READINGS),
                name="one_file_read_at_a_time",
            )
        ]


class Cell(models.Model):
    """One line’s answer. ``typed`` is kept as it was typed; the rest is settled on submission."""

    sent = models.ForeignKey(Return, models.CASCADE, related_name="cells")
    line = models.CharField(max_length=60)
    typed = models.CharField(max_length=200, blank=True)
    place = models.CharField(max_length=120, blank=True)  # in the file it came from, if it did
    state = models.CharField(
        max_length=12, blank=True, choices=[(each, each.words) for each in CellState]
    )
    value = models.DecimalField(max_digits=18, decimal_places=6, null=True)
    decimals = models.PositiveSmallIntegerField(default=0)
    indicator = models.CharField(max_length=100, blank=True)
    unit = models.CharField(max_length=30, blank=True, choices=[(e, e.words) for e in Unit])
    breakdown = models.CharField(max_length=300, blank=True)
    period_code = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["sent", "line"], name="one_cell_for_a_line"),
            models.CheckConstraint(
                condition=~Q(state=CellState.VALUE) | Q(value__isnull=False),
                name="a_number_is_there_where_it_is_said_to_be",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=[CellState.NOT_KNOWN, CellState.REFUSED])
                | Q(value__isnull=True),
                name="no_number_where_none_was_given",
            ),
        ]


class Query(models.Model):
    """Something the analyst asks about a version before accepting it, and the answer."""

    sent = models.ForeignKey(Return, models.PROTECT, related_name="queries")
    line = models.CharField(max_length=60, blank=True)  # empty where it is about the whole
    text = models.TextField()
    asked_by = models.ForeignKey(_PERSON, models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(auto_now_add=True)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(_PERSON, models.PROTECT, null=True, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["asked_at", "pk"]
        verbose_name_plural = "queries"
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True) | Q(answered_at__gte=F("asked_at")),
                name="no_answer_before_its_question",
            )
        ]


class Reminder(models.Model):
    """A reminder that belonged to a day, so that it is sent once to each and to nobody twice."""

    request = models.ForeignKey(DataRequest, models.PROTECT, related_name="reminders")
    kind = models.CharField(max_length=10)
    on = models.DateField()
    sent_to = models.PositiveSmallIntegerField(default=0)  # to how many people
    missed = models.JSONField(default=list)  # the numbers of those it has still to be sent to

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["request", "on"], name="one_reminder_a_day")
        ]
