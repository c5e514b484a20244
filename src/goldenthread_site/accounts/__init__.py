"""Who a person is to the site, what roles there are, and how people sign in."""
