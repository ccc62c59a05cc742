# Python 3.11 or later with venv, and make, are all this needs; everything else goes into .venv.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test walks check lint types layers bench simulate sample readme clean

demo: $(VENV)/ready            ## set everything up and open the demo
	@$(BIN)/fledge demo

test: $(VENV)/ready-dev        ## set everything up and run the tests
	$(BIN)/python -m pytest -n auto --dist worksteal

walks: $(VENV)/ready-dev       ## the long tests: every key in every place, every size
	$(BIN)/python -m pytest -n auto --dist worksteal -m walk --timeout 900

check: lint types layers test  ## all that is checked before a change lands

lint: $(VENV)/ready-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/ready-dev
	$(BIN)/mypy

layers: $(VENV)/ready-dev      ## hold the direction of imports
	$(BIN)/lint-imports

bench: $(VENV)/ready-dev       ## measure, and write docs/benchmark.md
	$(BIN)/python -m tests.bench

simulate: $(VENV)/ready-dev    ## count false alarms, and write docs/statistics.md
	$(BIN)/python -m tests.simulate

sample: $(VENV)/ready          ## write the sample cases anew
	$(BIN)/python sample_data/generator/generate.py

readme: $(VENV)/ready          ## write the key table and the page of the settings anew
	$(BIN)/python -m tui.commands.table README.md
	$(BIN)/python -m tui.commands.settings docs/settings.md

clean:
	rm -rf $(VENV) build dist .*_cache

$(VENV)/ready: pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	touch $@

$(VENV)/ready-dev: $(VENV)/ready
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[dev]'
	touch $@
