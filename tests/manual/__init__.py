"""The indicator manual: the spec tests of indicators, told to people as worked examples."""
