# Two commands need nothing but Python 3.11 or newer: make demo, make test.
# TALLY: further words for pytest; make verify has the totals written down by it.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
OUT := build/verify

.PHONY: demo test slow check docs bench calendars package sbom lowest clean mutants verify

demo: $(VENV)/.demo
	mkdir -p demo-output
	$(BIN)/wushan-plan deadline water-connection 2021-09-24
	@echo
	$(BIN)/wushan-plan evaluate docs/examples/water-2021-synthetic.csv --target water-connection \
	  --start 受理日期 --end 通水日期 --id 办件编号 --as-of 2021-12-31 \
	  --out demo-output/water-2021.verdicts.csv
	@echo
	@echo "用Excel打开 demo-output/water-2021.verdicts.csv，每一行都带判定。Open it with Excel: every row with its verdict."

test: $(VENV)/.test
	$(BIN)/python -m pytest -n auto -m 'not slow' $(TALLY)

# Spark, Modin, killed writers, fuzzing: what takes its time.
slow: $(VENV)/.test
	$(BIN)/python -m pytest -n auto -m slow $(TALLY)

# Lint, types and layers; what .ci/run adds to the tests.
check: $(VENV)/.dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pyright --pythonpath $(BIN)/python
	$(BIN)/lint-imports

# The site in both languages, build/docs/html: notebooks are run, every warning is an error.
docs: $(VENV)/.docs
	$(BIN)/python docs/build.py

bench: $(VENV)/.bench
	$(BIN)/python -m benchmarks --write

# How many days other calendars have wrong; nothing is timed.
calendars: $(VENV)/.bench
	$(BIN)/python -m benchmarks --calendars

# What is published, into dist/: wheel and source archive, checked, with the list of what the core rests on,
# and installed from the source archive without the network.
package: $(VENV)/.package
	.ci/package $(BIN)

sbom: $(VENV)/.package
	.ci/package $(BIN) sbom

# The quick tests at the lowest versions pyproject.toml allows; make test has the highest.
lowest: $(VENV)/.package
	.ci/lowest $(BIN) $(TALLY)

# Faults planted in what decides, one at a time; about an hour on two cores. AREAS="calendar counting" does a part.
AREAS ?=
mutants: $(VENV)/.dev
	mkdir -p $(OUT)
	HYPOTHESIS_PROFILE=mutants $(BIN)/python -m tests.mutation $(AREAS) --out $(OUT)/mutants.json

# All that the page on verification reports, and its figures: an hour and a half on two cores. What fails stops
# nothing after it: the figures of the rest are still wanted, and make fails at the end.
verify: calendars package $(VENV)/.dev
	mkdir -p $(OUT)
	failed=0; \
	$(MAKE) test TALLY='-p tests.tally --tally $(OUT)/tests.json' || failed=1; \
	$(MAKE) slow TALLY='-p tests.tally --tally $(OUT)/slow.json' || failed=1; \
	$(MAKE) lowest TALLY='-p tests.tally --tally $(OUT)/lowest.json' || failed=1; \
	$(BIN)/python -m tests.fuzz 10000 > $(OUT)/fuzz.txt || { failed=1; cat $(OUT)/fuzz.txt; }; \
	$(BIN)/python -m tests.exhaustive --json $(OUT)/exhaustive.json || failed=1; \
	$(MAKE) mutants || failed=1; \
	$(BIN)/python -m tests.verification $(OUT) || failed=1; \
	exit $$failed

clean:
	rm -rf $(VENV) demo-output build/docs build/lowest $(OUT) dist

$(BIN)/python:
	$(PYTHON) -c 'import sys; assert sys.version_info >= (3, 11), "Python 3.11 or newer is needed"'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip

$(VENV)/.demo: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -e '.[arrays,excel,json,lunar,progress]'
	touch $@

$(VENV)/.test: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -e '.[test]'
	touch $@

$(VENV)/.dev: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -e '.[dev]'
	touch $@

$(VENV)/.package: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -e '.[package]'
	touch $@

$(VENV)/.docs: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -e '.[docs]'
	touch $@

$(VENV)/.bench: pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet -e '.[bench]'
	touch $@
