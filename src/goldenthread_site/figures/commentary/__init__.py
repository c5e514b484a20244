"""What the analyst and agencies say about a figure: dated, in versions, shared with some or all."""
