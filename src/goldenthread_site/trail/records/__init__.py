"""How long records are kept, holds on them, requests for them, and the review that erases."""
