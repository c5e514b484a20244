"""Addresses of what agencies send and of what they are asked for."""

from django.urls import path

from goldenthread_site.returns.views import checking, filling, lists, reading, taking

urlpatterns = [
    path("", lists.index, name="returns"),
    path("came/", lists.came, name="returns_came"),
    path("export/", taking.listed, name="export_returns"),
    path("<int:pk>/export/", taking.version, name="export_return"),
    path("ask/", checking.ask, name="ask_for_return"),
    path("calendar/", checking.calendar, name="returns_calendar"),
    path("asked/<int:pk>/", lists.asked, name="return_asked"),
    path("asked/<int:pk>/begin/", filling.begin, name="begin_return"),
    path("asked/<int:pk>/remind/", checking.remind, name="remind_again"),
    path("<int:pk>/", lists.version, name="return"),
    path("<int:pk>/fill-in/", filling.fill_in, name="fill_in"),
    path("<int:pk>/keep/", filling.keep, name="keep_return"),
    path("<int:pk>/about/", filling.about, name="return_about"),
    path("<int:pk>/upload/", filling.upload, name="upload_return"),
    path("<int:pk>/reading/<int:number>/", reading.reading, name="reading"),
    path("<int:pk>/paste/", filling.paste, name="paste_return"),
    path("<int:pk>/template/", filling.template_file, name="return_template"),
    path("<int:pk>/check/", filling.check, name="check_return"),
    path("<int:pk>/sign/", filling.sign, name="sign_return"),
    path("<int:pk>/take-back/", filling.take_back, name="take_back_return"),
    path("<int:pk>/query/", checking.query, name="query_return"),
    path("<int:pk>/answer/<int:query>/", filling.answer, name="answer_query"),
    path("<int:pk>/accept/", checking.accept, name="accept_return"),
]
