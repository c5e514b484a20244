"""Addresses of the figures and of what is asked about them."""

from django.urls import path

from goldenthread_site.figures import views

urlpatterns = [
    path("", views.scorecard, name="figures"),
    path("questions/", views.questions, name="questions"),
    path("questions/<int:number>/answer/", views.answer, name="answer_question"),
    path("questions/<int:number>/close/", views.close, name="close_question"),
    path("<slug:indicator>/", views.indicator, name="indicator"),
    path("<slug:indicator>/ask/", views.ask, name="ask_question"),
]
