"""What the admin site is called."""

from django.conf import settings
from django.contrib import admin

PAPER = f"{settings.EDITION['title']}·{settings.EDITION['place']}"

admin.site.site_header = f"{PAPER} 编辑部"
admin.site.site_title = f"{PAPER} 编辑部"
admin.site.index_title = "编辑后台"
admin.site.empty_value_display = "—"
