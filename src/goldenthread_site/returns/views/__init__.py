"""Pages of returns: lists, an agency’s own work on a return, and the partnership’s checks."""
