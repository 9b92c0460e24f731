# Two commands need nothing but Python 3.11+ and make:
#   make demo   makes .venv, installs rota, solves an example workbook
#   make test   installs what the tests need; ruff, mypy and pytest
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin

.PHONY: demo test docs clean

demo: $(VENV)/installed
	@mkdir -p out
	@rm -f "out/supported-living.xlsx"
	$(BIN)/rota template out/supported-living.xlsx --example supported-living
	$(BIN)/rota solve out/supported-living.xlsx -o out/supported-living-rota.xlsx --seconds 45

test: $(VENV)/tested
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/pytest -n auto

docs: $(VENV)/installed
	$(BIN)/python docs/make.py

$(VENV)/python:
	$(PYTHON) -c "import sys; sys.exit(sys.version_info < (3, 11) and 'rota needs Python 3.11 or newer')"
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/installed: $(VENV)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable .
	@touch $@

$(VENV)/tested: $(VENV)/python pyproject.toml
	$(BIN)/python -m pip install --quiet --editable ".[test]"
	@touch $@ $(VENV)/installed

clean:
	rm -rf $(VENV) out build dist *.egg-info
