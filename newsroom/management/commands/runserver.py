"""`manage.py runserver`, which refuses in Chinese what it cannot read."""

from http import HTTPStatus

from django.contrib.staticfiles.management.commands.runserver import (
    Command as RunserverCommand,
)
from django.core.servers.basehttp import WSGIRequestHandler, WSGIServer

from newsroom.refusals import refuse


class RequestHandler(WSGIRequestHandler):
    def send_error(self, code, message=None, explain=None):
        self.log_error("code %d, message %s", code, HTTPStatus(code).phrase)
        refuse(self.connection, code)


class Server(WSGIServer):
    def __init__(self, address, handler=RequestHandler, **options):
        super().__init__(address, RequestHandler, **options)


class Command(RunserverCommand):
    server_cls = Server
