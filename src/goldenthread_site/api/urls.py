"""Addresses of tokens, of the page about connecting, and of everything a program may read."""

from django.urls import path

from goldenthread_site.api import views
from goldenthread_site.api.v1.addresses import START, urls

urlpatterns = [
    path("account/tokens/", views.tokens, name="tokens"),
    path("account/tokens/make/", views.make_token, name="make_token"),
    path("account/tokens/<int:number>/end/", views.end_token, name="end_token"),
    path("api/", views.connect, name="connect"),
    path(START.removeprefix("/") + "openapi.json", views.openapi, name="openapi"),
    path(START.removeprefix("/"), urls),
]
