"""Addresses of the first page and of what stands in every footer."""

from django.urls import URLPattern, URLResolver, include, path

from goldenthread_site.home import views
from goldenthread_site.home.health import health

urlpatterns: list[URLPattern | URLResolver] = [
    path("", views.home, name="home"),
    path("attention/", views.attention, name="attention"),
    path("measuring/", views.measuring, name="measuring"),
    path("set-up/", include("goldenthread_site.home.setting_up.urls")),
    path("healthz", health, name="health"),
    path("cookies/", views.cookies, name="cookies"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
