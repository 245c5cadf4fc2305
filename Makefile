# The developer manual. `make help` lists what there is.
#
# Each target does all the set-up itself: it finds a Python of 3.11 or newer, makes .venv, brings in uv from PyPI,
# and installs what requirements/ locks, with hashes. Nothing else is assumed, and a second call sets up nothing.

SHELL := /bin/sh
VENV ?= .venv
# The oldest Python that we support and that is here: what works on it is tried on the newest by .ci/run.
PYTHON ?= $(shell sh .ci/pythons.sh | head -n 1 | cut -d' ' -f2-)

BIN := $(VENV)/bin
READY := $(VENV)/.ready
BENCH_READY := $(VENV)/.ready-bench
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url

export UV_PYTHON_DOWNLOADS := never
# The machine's own certificates, so that a company's proxy is no obstacle.
export UV_SYSTEM_CERTS := true
export UV_CUSTOM_COMPILE_COMMAND := make lock
export PIP_DISABLE_PIP_VERSION_CHECK := 1

.DEFAULT_GOAL := help
.PHONY: help setup demo test lint types pytest wheel wheel-test format lock bench docs explorer clean

help: ## list the targets
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

setup: $(READY) ## make .venv with everything that is locked
	@:

$(READY): pyproject.toml requirements/dev.txt requirements/uv.txt
	@test -n "$(PYTHON)" || { echo "zhitu needs Python 3.11 or newer with venv and ensurepip, and found none." >&2; \
	    echo "Install one (Debian: apt-get install python3-venv), or say which: make $(MAKECMDGOALS) PYTHON=/path/to/python" >&2; exit 1; }
	@echo "setting up $(VENV) with $(PYTHON)" >&2
	@rm -f $@
	@test -x $(BIN)/python && $(BIN)/python -c '' 2>/dev/null || { rm -rf $(VENV); "$(PYTHON)" -m venv $(VENV); }
	@$(BIN)/python -m pip install --quiet --require-hashes -r requirements/uv.txt
	@VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/uv pip sync --quiet --require-hashes requirements/dev.txt requirements/uv.txt
	@VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/uv pip install --quiet --no-deps --no-build-isolation --editable .
	@touch $@

demo: $(READY) ## build the sample graph, ask it three questions, draw it (into demo/)
	@$(BIN)/zhitu demo

test: lint types pytest ## all checks: ruff, mypy strict, the tests

lint: $(READY) ## ruff, rules and format
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .

types: $(READY) ## mypy, strict
	@$(BIN)/mypy

pytest: $(READY) ## the tests alone; make pytest ARGS="tests/extract -k money"
	@$(BIN)/python -m pytest $(ARGS)

format: $(READY) ## format the code and order the imports
	@$(BIN)/ruff check --fix-only --quiet .
	@$(BIN)/ruff format .

wheel: $(READY) ## build the wheel into dist/
	@rm -rf dist
	@$(BIN)/python -m hatchling build -t wheel

wheel-test: wheel ## the tests against the built wheel, in an empty folder
	@sh .ci/wheel-test.sh $(VENV) $(ARGS)

lock: $(READY) ## lock the dependencies anew, with hashes (UPGRADE=--upgrade takes newer ones)
	@$(COMPILE) $(UPGRADE) requirements/uv.in -o requirements/uv.txt
	@$(COMPILE) $(UPGRADE) pyproject.toml -o requirements/runtime.txt
	@$(COMPILE) $(UPGRADE) --extra dev -c requirements/runtime.txt pyproject.toml -o requirements/dev.txt
	@$(COMPILE) $(UPGRADE) requirements/bench.in -o requirements/bench.txt

$(BENCH_READY): $(READY) requirements/bench.txt
	@VIRTUAL_ENV=$(abspath $(VENV)) $(BIN)/uv pip install --quiet --require-hashes -r requirements/bench.txt
	@touch $@

bench: $(BENCH_READY) ## megabytes of text per second and core, by stage, with jieba beside it
	@$(BIN)/python benchmarks/stages.py $(ARGS)

docs: $(READY) ## build the guide as a site into site/, strictly
	@$(BIN)/python docs/tools/model.py
	@NO_MKDOCS_2_WARNING=true $(BIN)/mkdocs build --strict

explorer: ## build the page of zhitu serve anew (needs Node 20.19 or newer; the result is committed)
	@cd graph/web/explorer && npm ci --silent && npm run --silent build

clean: ## remove what was made here
	rm -rf .venv .ci-out demo dist build site graph/web/explorer/node_modules .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +
