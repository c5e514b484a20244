"""Addresses of the figures and of what is asked about them."""

from django.urls import path

from goldenthread_site.figures import views
from goldenthread_site.figures.agreed import views as agreed
from goldenthread_site.figures.commentary import views as commentary
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
    path("<slug:indicator>/comment/", commentary.say, name="comment"),
    path("<slug:indicator>/target/", agreed.target, name="set_target"),
    path("<slug:indicator>/target/end/", agreed.end, name="end_target"),
    path("<slug:indicator>/break/", agreed.mark, name="mark_break"),
]
