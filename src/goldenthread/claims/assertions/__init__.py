"""One general reading of an assertion: numbers, cues and every assignment that words allow."""
