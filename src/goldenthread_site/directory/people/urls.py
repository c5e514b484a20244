"""Addresses of people, invitations and declared interests."""

from django.urls import path

from goldenthread_site.directory.people import views

urlpatterns = [
    path("", views.people, name="people"),
    path("give-a-role/", views.let_in, name="let_in"),
    path("<number:number>/", views.person, name="person"),
    path("<number:number>/second-factor/", views.factor_lost, name="factor_lost"),
    path("roles/<number:number>/end/", views.role_end, name="role_end"),
    path("roles/<number:number>/tell/", views.role_tell, name="role_tell"),
    path("invitations/<number:number>/again/", views.invitation_again, name="invitation_again"),
    path(
        "invitations/<number:number>/withdraw/",
        views.invitation_withdraw,
        name="invitation_withdraw",
    ),
    path("invitation/<str:token>/", views.invitation, name="invitation"),
    path("interests/", views.conflicts, name="conflicts"),
    path("interests/declare/", views.conflict_declare, name="conflict_declare"),
    path("interests/<number:number>/end/", views.conflict_end, name="conflict_end"),
]
