"""Addresses of what agencies send and of the figures."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
