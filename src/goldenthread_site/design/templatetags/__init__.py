"""Tags for the sign-in library's templates."""
