"""Addresses about one's own account and about what roles there are."""

from django.urls import path

from goldenthread_site.accounts import views

urlpatterns = [
    path("", views.account, name="account"),
    path("roles/", views.roles, name="roles"),
]
