"""Contacts at the front door."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="contacts",
    title="Contacts at the front door",
    grain="One row for each child in each contact that reached the front door.",
    key=("person_id", "contact_date", "source"),
    own_columns=(
        Column("contact_id", ColumnKind.TEXT, "The contact, where the format numbers them."),
        PERSON,
        Column("contact_date", ColumnKind.DATE, "The day it was received.", required=True),
        Column(
            "contact_type",
            ColumnKind.CODE,
            (
                "What was asked: a concern about a child, information for another agency, an "
                "education-plan request."
            ),
            codes="contact_type",
        ),
        Column("source", ColumnKind.CODE, "Who made contact.", codes="referral_source"),
        Column("issue", ColumnKind.TEXT, "The issue as the front door names it."),
        Column(
            "became_referral", ColumnKind.FLAG, "Whether its outcome was a referral to social care."
        ),
        Column("no_further_action", ColumnKind.FLAG, "Whether nothing further was done."),
    ),
    ssd="ssd_contacts",
    dates=("contact_date",),
)
