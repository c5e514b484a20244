"""A person with an account: an address to write to and a name, and nothing they need not tell."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class People(BaseUserManager["Person"]):
    """Makes people; an address is one address however it is written."""

    def create_user(self, email: str, password: str | None = None, **more: Any) -> "Person":
        """A person who may sign in; without a password, not by one."""
        if not email:
            raise ValueError("a person needs an email address")
        person = self.model(email=email.strip().lower(), **more)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> "Person":
        """By address, whatever its capitals."""
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Someone with an account. What they may do comes from the roles they hold, not from here."""

    email = models.EmailField("email address", unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    joined = models.DateTimeField(auto_now_add=True)

    objects: ClassVar[People] = People()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(Lower("email"), name="one_account_for_an_address")
        ]

    def __str__(self) -> str:
        return self.name


class KeptTyping(models.Model):
    """What someone sent after their session had ended, sealed, until they signed in again.

    ``page`` is where the form stands, ``path`` where it goes. Gone after an hour, or once sent.
    """

    person = models.ForeignKey(Person, models.CASCADE, related_name="typing_kept")
    page = models.CharField(max_length=500)
    path = models.CharField(max_length=500)
    sealed = models.TextField()
    until = models.DateTimeField(db_index=True)

    class Meta:
        constraints: ClassVar[list[models.BaseConstraint]] = [
            models.UniqueConstraint(fields=["person", "path"], name="one_typing_for_a_form")
        ]
