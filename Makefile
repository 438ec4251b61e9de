# Two commands need nothing before them: `make demo` and `make test`.
#   make install   environment with everything locked, nothing else
#   make demo      sample site on 127.0.0.1:8000; again: keeps data and password
#   make test      SQLite; PostgreSQL and Chromium where they are
#   make bench     the figures in the README, measured
#   make lint      style, deployment check, missing migrations
#   make lock      the lock files anew from pyproject.toml
# PYTHON=...  another Python (3.11 or newer).  WHEELS=folder  install without network.
# ARGS=...    passed on to the test runner or to the demo.

PYTHON ?= $(shell command -v python3.11 || command -v python3)
PIP_INSTALL = .venv/bin/python -m pip install --quiet --disable-pip-version-check \
	--require-hashes $(if $(WHEELS),--no-index --find-links $(WHEELS))
COMPILE = .lock-venv/bin/pip-compile --quiet --generate-hashes --allow-unsafe \
	--strip-extras --no-header --no-emit-index-url --no-emit-find-links \
	--no-emit-trusted-host

.PHONY: install demo test bench lint lock

install: .venv/test-installed

.venv/bin/python:
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed: make PYTHON=/path/to/python")'
	$(PYTHON) -m venv .venv

.venv/installed: requirements.lock | .venv/bin/python
	$(PIP_INSTALL) -r requirements.lock
	touch $@

.venv/test-installed: requirements-test.lock | .venv/bin/python
	$(PIP_INSTALL) -r requirements-test.lock
	touch .venv/installed $@

# The demonstration is the paper of the sample issues, not of the default edition.
demo: export EDITION_PLACE ?= 梧桐里
demo: export EDITION_SLUG ?= wutongli
demo: export EDITION_SLOGAN ?= 邻里一盏灯
demo: export EDITION_HOME ?= 梧桐里街道
demo: export EDITION_DISTRICT ?= 汀浦区
demo: .venv/installed
	.venv/bin/python manage.py demo $(ARGS)

test: .venv/test-installed
	.venv/bin/python -m tests.run $(ARGS)

bench: .venv/installed
	.venv/bin/python manage.py bench $(ARGS)

lint: .venv/test-installed
	.venv/bin/ruff check .
	.venv/bin/ruff format --check .
	find templates -name '*.html' -print0 | xargs -0r .venv/bin/djade --check --target-version 5.2
	.venv/bin/python manage.py check --deploy --fail-level WARNING
	.venv/bin/python manage.py makemigrations --check --dry-run

lock:
	$(PYTHON) -m venv .lock-venv
	.lock-venv/bin/python -m pip install --quiet pip-tools==7.6.2
	$(COMPILE) --output-file requirements.lock pyproject.toml
	$(COMPILE) --extra test --constraint requirements.lock \
		--output-file requirements-test.lock pyproject.toml
