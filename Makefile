# Two commands need nothing but Python 3.11 or newer: make demo, make test.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin

.PHONY: demo test slow check bench clean

demo: $(VENV)/.demo
	mkdir -p demo-output
	$(BIN)/wushan-plan deadline water-connection 2021-09-24
	@echo
	$(BIN)/wushan-plan evaluate docs/examples/water-2021-synthetic.csv --target water-connection \
	  --start 受理日期 --end 通水日期 --id 办件编号 --as-of 2021-12-31 \
	  --out demo-output/water-2021.verdicts.csv

test: $(VENV)/.test
	$(BIN)/python -m pytest -n auto -m 'not slow'

# Spark, Modin, killed writers, fuzzing: what takes its time.
slow: $(VENV)/.test
	$(BIN)/python -m pytest -n auto -m slow

# Lint, types and layers; what .ci/run adds to the tests.
check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks --write

clean:
	rm -rf $(VENV) demo-output

$(BIN)/python:
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), "Python 3.11 or newer is needed"'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.demo: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -e '.[arrays,lunar,progress]'
	touch $@

$(VENV)/.test: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -e '.[test]'
	touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	touch $@

$(VENV)/.bench: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -e '.[bench]'
	touch $@
