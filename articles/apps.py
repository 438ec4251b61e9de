from django.apps import AppConfig
from django.db.models.signals import post_migrate


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "报纸与稿件"

    def ready(self):
        from .roles import make_roles

        post_migrate.connect(make_roles, sender=self)
