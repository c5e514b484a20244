"""The look, as Django knows it."""

from django.apps import AppConfig


class DesignConfig(AppConfig):
    """Templates, styles and the pieces every page is made of."""

    name = "goldenthread_site.design"
    label = "design"
