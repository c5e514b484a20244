"""Addresses of agencies, people and the choice of partnership."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
