# `make run` opens the app on the samples; `make test` passes every check. Both set up everything they need.
# `make fuzz` reads 10,000 mutilated files a parser, which takes long.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: run test fuzz format screenshots simulate lock clean

run: $(READY)
	$(BIN)/streamlit run app.py

test: $(READY)
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/pytest --cov --cov-report=term --cov-fail-under=85

fuzz: $(READY)
	$(BIN)/pytest tests/intake/fuzz_intake.py

format: $(READY)
	$(BIN)/ruff format .
	$(BIN)/ruff check --fix .

screenshots: $(READY)
	$(BIN)/python docs/make_screenshots.py

$(READY): pyproject.toml requirements.lock
	$(PYTHON) -c 'import sys; sys.exit("Conflict Mirror needs Python 3.11 or newer; run: make PYTHON=python3.x" if sys.version_info < (3, 11) else 0)'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	touch $(READY)

# How often the map is right where the truth is known: the figures and plots of docs/statistics.md.
simulate: $(READY)
	$(BIN)/python docs/make_statistics.py --trials $(or $(TRIALS),300)

# After a change of the dependencies in pyproject.toml.
lock:
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-header --no-emit-index-url \
	  --no-emit-find-links --no-emit-build-options --no-strip-extras --group dev pyproject.toml -o requirements.lock

clean:
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .coverage
