"""gunicorn's worker with threads, which refuses in Chinese what it cannot read.

gunicorn newsroom.wsgi --worker-class newsroom.worker.Worker
"""

from gunicorn.http.errors import (
    InvalidResponseHeader,
    InvalidResponseHeaderName,
    LimitRequestHeaders,
    LimitRequestLine,
    ParseException,
)
from gunicorn.workers.gthread import ThreadWorker

from newsroom.refusals import refuse

#: Faults of ours, although gunicorn counts them among those of the request.
OURS = (InvalidResponseHeader, InvalidResponseHeaderName)
STATUSES = {LimitRequestLine: 414, LimitRequestHeaders: 431}


class Worker(ThreadWorker):
    def handle_error(self, req, client, addr, exc):
        if isinstance(exc, ParseException) and not isinstance(exc, OURS):
            self.log.warning("A request could not be read: %s", exc)
            refuse(client, STATUSES.get(type(exc), 400))
        else:
            self.log.error("A request could not be answered", exc_info=exc)
            refuse(client, 500)
