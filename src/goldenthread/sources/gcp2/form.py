"""What the neglect return is made of."""

from goldenthread.sources.own_returns.form import Form

FORM = Form(
    kind="gcp2",
    title="The neglect return",
    tables=("gcp2_assessments",),
    telling=("gcp2_assessments",),
    opening=(
        "No national return asks for assessments of neglect made with the Graded Care Profile 2 "
        "(GCP2), though partnerships ask their agencies to make them. This return does, one row "
        "for each child in each assessment."
    ),
)
