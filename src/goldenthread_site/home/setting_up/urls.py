"""Addresses of the setting up."""

from django.urls import path

from goldenthread_site.home.setting_up import views

urlpatterns = [
    path("", views.set_up, name="set-up"),
    path("partnership/", views.about, name="set-up-about"),
    path("agencies/", views.agencies, name="set-up-agencies"),
    path("groups/", views.groups, name="set-up-groups"),
    path("requests/", views.requests, name="set-up-requests"),
]
