"""Addresses of the trail and of the records kept."""

from django.urls import URLPattern, URLResolver, include, path

from goldenthread_site.trail import views

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.trail, name="trail"),
    path("export/", views.export, name="trail-export"),
    path("records/", include("goldenthread_site.trail.records.urls")),
]
