"""No tables of its own: Django tells only a room with this file that tables were brought up."""
