"""Yearly outcomes of children looked after."""

from goldenthread.tables.definition import PERSON, Column, ColumnKind, Table

TABLE = Table(
    name="cla_yearly_outcomes",
    title="Yearly outcomes of children looked after",
    grain=(
        "One row for each child looked after a year or longer and each return, as the "
        "national return asks on 31 March."
    ),
    key=("person_id", "year_end"),
    own_columns=(
        PERSON,
        Column("year_end", ColumnKind.DATE, "The 31 March it is about.", required=True),
        Column(
            "convicted",
            ColumnKind.FLAG,
            "Convicted, or given a final warning or reprimand, in the year.",
        ),
        Column("health_check", ColumnKind.FLAG, "Development checks up to date, for under-fives."),
        Column("immunisations", ColumnKind.FLAG, "Immunisations up to date."),
        Column("teeth_check", ColumnKind.FLAG, "Teeth checked by a dentist."),
        Column("health_assessment", ColumnKind.FLAG, "Had the yearly health assessment."),
        Column("substance_misuse", ColumnKind.FLAG, "Has a substance misuse problem."),
        Column("intervention_received", ColumnKind.FLAG, "Received help for substance misuse."),
        Column("intervention_offered", ColumnKind.FLAG, "Was offered help for substance misuse."),
        Column("sdq_score", ColumnKind.WHOLE, "The strengths and difficulties score, 0 to 40."),
        Column("sdq_reason", ColumnKind.CODE, "Why there is no score.", codes="sdq_reason"),
    ),
    dates=("year_end",),
)
