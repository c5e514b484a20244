"""Made-up requests and returns, so that the pages of a trial are worth seeing."""
