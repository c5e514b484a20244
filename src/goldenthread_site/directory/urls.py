"""Addresses of agencies, people and the choice of partnership."""

from django.urls import URLPattern, URLResolver, include, path

urlpatterns: list[URLPattern | URLResolver] = [
    path("people/", include("goldenthread_site.directory.people.urls")),
]
