"""Addresses of agencies, groups, schools, people and the choice of partnership."""

from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.urls.converters import IntConverter

from goldenthread_site.directory.views import agencies, choosing, groups, schools


class Number(IntConverter):
    """The number of a row: no longer than a database can hold."""

    regex = "[0-9]{1,18}"


register_converter(Number, "number")

urlpatterns: list[URLPattern | URLResolver] = [
    path("people/", include("goldenthread_site.directory.people.urls")),
    path("partnership/", choosing.choose, name="partnership"),
    path("agencies/", agencies.agencies, name="agencies"),
    path("agencies/add/", agencies.add, name="agency-add"),
    path("agencies/<number:number>/", agencies.agency, name="agency"),
    path("agencies/<number:number>/rename/", agencies.rename, name="agency-rename"),
    path("agencies/<number:number>/footprint/", agencies.footprint, name="agency-footprint"),
    path("agencies/<number:number>/end/", agencies.end, name="agency-end"),
    path("agencies/<number:number>/succession/", agencies.succession, name="agency-succession"),
    path(
        "agencies/<number:number>/posts/add/",
        groups.add_post,
        {"place": "agency"},
        name="agency-post-add",
    ),
    path("groups/", groups.groups, name="groups"),
    path("groups/add/", groups.add, name="group-add"),
    path("groups/<number:number>/", groups.group, name="group"),
    path("groups/<number:number>/change/", groups.change, name="group-change"),
    path(
        "groups/<number:number>/posts/add/",
        groups.add_post,
        {"place": "group"},
        name="group-post-add",
    ),
    path("posts/<number:number>/give/", groups.give_post, name="post-give"),
    path("posts/<number:number>/leave/", groups.leave_post, name="post-leave"),
    path("schools/", schools.schools, name="schools"),
    path("schools/bring-in/", schools.bring_in, name="schools-bring-in"),
    path("schools/check/", schools.check, name="schools-check"),
    path("schools/<number:number>/lead/", schools.lead, name="school-lead"),
]
