"""Two values held against each other in words: "higher in Elm (14%) than in Oak (11%)"."""
