"""How the site is put together: settings, addresses, the command, the server's way in."""
