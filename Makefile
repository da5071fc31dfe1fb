# make demo   build the sample articles and their picture          make ontology  write concepts.ttl, context.jsonld
# make test   lint, types and every test                           make bench     time everything, INPUT=FOLDER
# make web    bundle the libraries of pages                    make picture   the README's picture of the demo
# make notebooks  run all notebooks, offline
# make docs   the documentation as a website in out/docs
# make clean  remove what these made                             make quality   measure the samples, for the documentation

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
# Editable installs take what `make web` has built; the hook that builds it, and Node, are for wheels.
PIP := HATCH_BUILD_NO_HOOKS=true $(BIN)/python -m pip install --quiet --disable-pip-version-check

.PHONY: demo test web ontology notebooks docs bench quality picture clean

demo: $(VENV)/.lgkg
	$(BIN)/lgkg build data/samples/articles --out out/demo
	$(BIN)/lgkg view out/demo -o out/demo.html

test: $(VENV)/.lgkg-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python frontend/build.py || [ "$$LGKG_REQUIRE_ALL" != 1 ]
	$(BIN)/python -m pytest

web: $(VENV)/.lgkg-dev
	$(BIN)/python frontend/build.py

ontology: $(VENV)/.lgkg
	$(BIN)/python -m lgkg.rdf.concepts > ontology/concepts.ttl
	$(BIN)/python -m lgkg.rdf.context > ontology/context.jsonld

notebooks: $(VENV)/.lgkg-dev
	$(BIN)/python -m pytest tests/test_notebooks.py

docs: $(VENV)/.lgkg-dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/mkdocs build --quiet --config-file docsite/mkdocs.yml

bench: $(VENV)/.lgkg-dev
	$(BIN)/python benchmarks/table.py $(INPUT)

# What `lgkg evaluate` says of the samples; the documentation shows it.
quality: $(VENV)/.lgkg
	$(BIN)/lgkg build data/samples/articles --out out/demo
	$(BIN)/lgkg build data/samples/hard/articles --out out/hard
	$(BIN)/lgkg evaluate data/samples/annotations out/demo --format json > benchmarks/results/quality/samples.json
	$(BIN)/lgkg evaluate data/samples/hard/annotations out/hard --format json > benchmarks/results/quality/hard.json

picture: demo
	chromium --headless --no-sandbox --disable-gpu --disable-background-networking --hide-scrollbars \
		--user-data-dir=out/chromium --window-size=1400,900 --virtual-time-budget=5000 \
		--screenshot=$(CURDIR)/docs/picture.png file://$(CURDIR)/out/demo.html

clean:
	rm -rf $(VENV) out build dist frontend/node_modules src/lgkg/network/picture/webgl.min.js \
		src/lgkg/web/assets/codemirror.min.js .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
		|| { echo "lgkg needs Python 3.11 or later. Name one: make demo PYTHON=/path/to/python3.11" >&2; exit 1; }
	@$(PYTHON) -m venv $(VENV) \
		|| { rm -rf $(VENV); echo "On Debian and Ubuntu, install python3-venv first." >&2; exit 1; }

# The stamps: what is installed stays until pyproject.toml changes. Editable, so the sources need no new install.
$(VENV)/.lgkg: $(BIN)/python pyproject.toml
	$(PIP) --editable .
	@touch $@

$(VENV)/.lgkg-dev: $(BIN)/python pyproject.toml
	$(PIP) --editable '.[dev]'
	@touch $@ $(VENV)/.lgkg
