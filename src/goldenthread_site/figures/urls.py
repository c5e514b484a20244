"""Addresses of the figures and of what is asked about them."""

from django.urls import path

from goldenthread_site.figures import views
from goldenthread_site.figures.exports import views as exports

urlpatterns = [
    path("", views.scorecard, name="figures"),
    path("export/", exports.scorecard, name="export_scorecard"),
    path("questions/export/", exports.questions, name="export_questions"),
    path("questions/", views.questions, name="questions"),
    path("questions/<int:number>/answer/", views.answer, name="answer_question"),
    path("questions/<int:number>/close/", views.close, name="close_question"),
    path("<slug:indicator>/", views.indicator, name="indicator"),
    path("<slug:indicator>/export/", exports.indicator, name="export_indicator"),
    path("<slug:indicator>/ask/", views.ask, name="ask_question"),
]
