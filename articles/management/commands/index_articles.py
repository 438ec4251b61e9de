"""Write the search entries of all published articles anew."""

from django.core.management.base import BaseCommand

from articles.search import index_everything


class Command(BaseCommand):
    help = "重建检索条目（已发布的全部稿件）。"

    def handle(self, *args, **options):
        count = index_everything()
        self.stdout.write(f"已重建{count}篇稿件的检索条目。")
