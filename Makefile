# make run    read the example articles: the first thing to try
# make test   everything that must hold: ruff, mypy, pytest
# make fast   the coder compiled, in build/compiled, for whoever measures it: AHLAF_PACKAGE=build/compiled python bench/speed.py
# make lock   make the lock files again after a change of dependencies
#
# Both work on a machine with Python 3.11 or newer and nothing else; what is installed lies in .venv,
# from the lock files, with hashes. A second time nothing is installed again.

PYTHON ?= $(firstword $(foreach p,python3.11 python3.12 python3.13 python3,$(shell command -v $(p) 2>/dev/null)))
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
EXAMPLES := $(sort $(wildcard examples/*.txt))

.PHONY: run test fast lock clean test-page test-rest test-rooms test-compiled test-server test-types
.DELETE_ON_ERROR:

run: $(VENV)/.run
	@$(BIN)/ahlaf read $(EXAMPLES) --summary

test: $(VENV)/.test
	$(BIN)/ruff check
	@echo "two at a time, the longest first: the page, the rooms, the coder compiled, all that stands in no other part, the page's server, mypy"
	@$(MAKE) --no-print-directory --keep-going --jobs=2 $(if $(filter output-sync,$(.FEATURES)),--output-sync=target) $(PARTS)

# Where there is no C compiler, or Python came without its headers, the coder is tested as it is and not compiled.
COMPILED := build/compiled
HEADERS := $(wildcard $(shell $(PYTHON) -c 'import sysconfig; print(sysconfig.get_path("include"))' 2>/dev/null)/Python.h)
COMPILER := $(if $(HEADERS),$(firstword $(foreach c,gcc clang cc,$(shell command -v $(c) 2>/dev/null))))

# Each part is a process of its own and says its words together when it has ended. Two work at a time: the page's waits for
# its browser, and what is left when one part has ended goes on beside the longest.
PARTS := test-page test-rooms $(if $(COMPILER),test-compiled) test-rest test-server test-types
PAGE := tests/browser
SERVER := tests/web
ROOMS := tests/coding tests/store tests/network tests/sources
PYTEST = $(BIN)/python -m pytest

test-page:
	$(PYTEST) $(PAGE)

test-server:
	$(PYTEST) $(SERVER)

test-rooms:
	$(PYTEST) $(ROOMS)

# What is compiled must read as the plain coder does: the same tests, of the compiled one. What asks a language model never is.
test-compiled: $(COMPILED)/.made
	$(PYTEST) tests/coding $(foreach plain,llm test_coders.py test_both.py,--ignore=tests/coding/$(plain)) -o pythonpath=$(COMPILED)

fast: $(VENV)/.test $(COMPILED)/.made

$(COMPILED)/.made: hatch_build.py $(shell find src/ahlaf -name '*.py' -o -name '*.t*' -o -name '*.npz') | $(VENV)/bin/python
	@echo "compiling the coder (some two minutes)" >&2
	@rm -rf $(COMPILED)
	@AHLAF_COMPILE=1 $(PIP) install --no-deps --no-build-isolation --target $(COMPILED) .
	@cd $(COMPILED) && $(CURDIR)/$(BIN)/python -c 'from ahlaf.coding import pipeline as p; assert not p.__file__.endswith(".py"), p.__file__'
	@touch $@

test-rest:
	$(PYTEST) $(foreach folder,$(PAGE) $(SERVER) $(ROOMS),--ignore=$(folder))

test-types:
	$(BIN)/mypy

$(VENV)/bin/python:
	@test -n "$(PYTHON)" || { echo "Python 3.11 or newer is needed: install it, or say where it is with PYTHON=…" >&2; exit 1; }
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "$(PYTHON) is older than Python 3.11: say where a newer one is with PYTHON=…" >&2; exit 1; }
	@echo "making $(VENV) with $(PYTHON)" >&2
	@$(PYTHON) -m venv $(VENV)

$(VENV)/.run: requirements.lock pyproject.toml | $(VENV)/bin/python
	@echo "installing the locked dependencies" >&2
	@$(PIP) install --require-hashes -r requirements.lock
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

$(VENV)/.test: requirements-dev.lock $(VENV)/.run
	@echo "installing what the tests need" >&2
	@$(PIP) install --require-hashes -r requirements-dev.lock
	@touch $@

LOCK := pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe --build-deps-for=editable \
	--no-emit-find-links --no-emit-index-url --no-emit-trusted-host

lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet pip-tools
	CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/$(LOCK) --output-file=requirements.lock pyproject.toml
	CUSTOM_COMPILE_COMMAND="make lock" build/lock/bin/$(LOCK) --extra=dev --constraint=requirements.lock --output-file=requirements-dev.lock pyproject.toml

clean:
	rm -rf $(VENV) build dist .mypy_cache .ruff_cache .pytest_cache
