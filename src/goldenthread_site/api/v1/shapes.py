"""The shapes of the API's answers; the OpenAPI description is made of them."""

from datetime import date, datetime

from ninja import Schema
from pydantic import Field


class Area(Schema):
    """A place."""

    code: str = Field(description="Old council code, or the ONS code of a region or England")
    name: str


class Partnership(Schema):
    """A partnership this token reads."""

    slug: str
    name: str
    areas: list[Area]
    years: list[str] = Field(description="Reporting years there are figures of, the last first")
    counts: str = Field(description="“as released” or “true counts”: what this token reads")


class Partnerships(Schema):
    """Every partnership this token reads: one."""

    items: list[Partnership]


class Indicator(Schema):
    """What is counted, and how."""

    name: str
    title: str
    theme: str
    units: list[str]
    compared_by: str
    better_is: str
    better_is_because: str
    counted: str
    out_of: str
    over_what_time: str
    limits: str
    source: str
    checked: date


class Indicators(Schema):
    """Every indicator there is a definition of."""

    items: list[Indicator]


class Thread(Schema):
    """Where a number came from, so that anyone can go back and look."""

    source: str
    release: str
    file: str
    file_digest: str
    place: str
    definition: str
    known_since: date | None
    calculation: str
    inputs: list[str]


class Figure(Schema):
    """One value of one thing, or the letter in its place."""

    id: str = Field(description="Stays the same for the same figure of the same release")
    indicator: str
    title: str
    unit: str
    area_code: str
    area: str
    area_kind: str
    year: str = Field(description="The reporting year its period falls in")
    period: str
    period_kind: str
    period_start: date
    period_end: date
    cut: str = Field(description="What it is broken down by; “total”: nothing")
    breakdown: str = Field(description="Which part of it; empty for the whole")
    value: float | None
    symbol: str | None = Field(description="The letter where there is no value; c is withheld")
    symbol_means: str | None
    decimals: int
    numerator: float | None
    denominator: float | None
    status: str
    quality: str
    quality_note: str
    thread: Thread


class Figures(Schema):
    """One page of figures."""

    state: str = Field(description="Which state of the figures this is of; send it with the next")
    counts: str
    count: int = Field(description="How many there are on all pages")
    page: int
    pages: int
    next: str | None = Field(description="The address of the next page, none after the last")
    items: list[Figure]


class Answer(Schema):
    """What was answered."""

    text: str
    by: str
    at: datetime


class Question(Schema):
    """Something asked about an indicator."""

    number: int
    indicator: str
    year: str
    text: str
    asked_by: str = Field(description="In which role, never a name")
    asked_of: str
    asked_at: datetime
    standing: str
    answers: list[Answer]
    closed_because: str


class Questions(Schema):
    """Every question of the partnership, the open ones first."""

    items: list[Question]


class Return(Schema):
    """How far what an agency was asked for has come; never what it sent."""

    request: int
    template: str
    title: str
    agency: str
    period: str
    area_code: str
    due: date
    standing: str
    version: int | None
    submitted_at: datetime | None
    accepted_at: datetime | None


class Returns(Schema):
    """Every return this token's owner may know of, in the order they are due."""

    items: list[Return]


class Refusal(Schema):
    """Why nothing was read."""

    detail: str
