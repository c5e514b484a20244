"""Every address of the site, room by room."""

from django.urls import URLPattern, URLResolver, include, path

handler400 = "goldenthread_site.config.too_large.not_understood"

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("goldenthread_site.home.urls")),
    path("returns/", include("goldenthread_site.returns.urls")),
    path("figures/", include("goldenthread_site.figures.urls")),
    path("", include("goldenthread_site.directory.urls")),
    path("trail/", include("goldenthread_site.trail.urls")),
    path("", include("goldenthread_site.api.urls")),
    path("account/", include("goldenthread_site.accounts.urls")),
    path("account/", include("allauth.urls")),
]
