"""The command `goldenthread`: one file per sub-command, each loaded only when it is called.

Starting all of them would read the analytical libraries for a page of help, so what is listed
here is the name, the place and the one line of each; a test holds the lines to the commands.
"""

from goldenthread.cli.program import Listed, Program
from goldenthread.cli.verbs import Verb

COMMANDS = (
    Listed("read", Verb.MEASURE, "Read children’s records, and count what does not fit."),
    Listed("measure", Verb.MEASURE, "Count indicators from children’s records."),
    Listed("explain", Verb.MEASURE, "Show, to one entitled, the children behind a figure."),
    Listed(
        "validate", Verb.MEASURE, "Hold children’s records to every rule that indicators rest on."
    ),
    Listed("areas", Verb.MEASURE, "List the councils, regions and their codes."),
    Listed("indicators", Verb.MEASURE, "List what is counted, or explain one indicator."),
    Listed("figures", Verb.MEASURE, "List the figures known of an area."),
    Listed("fetch", Verb.MEASURE, "Download the Department for Education’s files."),
    Listed("demo", Verb.MEASURE, "Make up children, and take them all the way to a report."),
    Listed("fill", Verb.ASK, "Fill in a return’s form with what was counted."),
    Listed("report", Verb.PUBLISH, "Make an area’s yearly data report."),
    Listed("protect", Verb.PUBLISH, "Make a release safe to publish, or refuse."),
    Listed("attack", Verb.PUBLISH, "Work out what a protected release gives away."),
    Listed("check", Verb.PUBLISH, "Prove or disprove the numbers in a report."),
)

main = Program(COMMANDS)

__all__ = ["COMMANDS", "main"]
