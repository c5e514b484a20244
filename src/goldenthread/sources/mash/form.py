"""What the hub's return is made of."""

from goldenthread.sources.own_returns.form import Form

FORM = Form(
    kind="mash",
    title="The hub’s return",
    tables=("contacts", "mash_episodes", "mash_agency_requests"),
    telling=("contacts", "mash_episodes", "mash_agency_requests"),
    opening=(
        "No national return asks what happens at the front door and in the multi-agency "
        "safeguarding hub (MASH): which contacts came, how long the hub took to decide, which "
        "agencies it asked and which answered. This return does, in a few columns that every "
        "case system holds."
    ),
)
