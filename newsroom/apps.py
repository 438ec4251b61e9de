from django.apps import AppConfig
from django.db.backends.signals import connection_created


class NewsroomConfig(AppConfig):
    name = "newsroom"
    verbose_name = "编辑部"

    def ready(self):
        from newsroom.changes import watch

        connection_created.connect(watch, dispatch_uid="newsroom.changes")
