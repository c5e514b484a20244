"""Addresses of the first page and of what stands in every footer."""

from django.urls import path

from goldenthread_site.home import views

urlpatterns = [
    path("", views.home, name="home"),
    path("attention/", views.attention, name="attention"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
