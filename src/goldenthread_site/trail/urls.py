"""Addresses of the trail."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
