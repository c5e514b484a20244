"""Addresses of records."""

from django.urls import path

from goldenthread_site.trail.records import views

urlpatterns = [
    path("", views.records, name="records"),
    path("hold/", views.hold, name="records-hold"),
    path("holds/<int:number>/lift/", views.lift, name="records-lift"),
    path("requests/log/", views.log, name="records-log"),
    path("requests/<int:number>/answer/", views.answer, name="records-answer"),
    path("review/", views.review, name="records-review"),
]
