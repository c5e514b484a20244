# Every command of the project. Continuous integration calls these and nothing else.
# What each one does is said after its ##; `make` alone prints that list.

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
SHELL := /bin/sh

PY := .venv/bin/python
PIP := $(PY) -m pip --disable-pip-version-check --no-input --quiet

# Otherwise every program that is started puts the whole of the code into bytes anew.
unexport PYTHONDONTWRITEBYTECODE

# One number orders the tests and seeds what is random in them: SEED=... repeats a run exactly.
ifndef SEED
SEED := $(shell date +%s)
endif
# How many processes the tests use; "auto" is one more than there are cores.
WORKERS ?= auto
# The folder of files that make bench measures on (../shared/dfe is one).
BENCH_DATA ?= ../shared/dfe

.PHONY: help
help: ## List the commands
	@awk -F':.*## ' '/^[a-z-]+:.*## / {printf "  make %-10s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

.PHONY: report
report: .venv/.installed ## Make Luton's report for 2023-24 in build/luton-2023-24, from nothing
	@.venv/bin/goldenthread report --out build/luton-2023-24

.PHONY: demo
demo: .venv/.installed ## Make up a Luton of children, read, measure and report on it in build/demo
	@.venv/bin/goldenthread demo --out build/demo

.PHONY: site
site: .venv/.installed-site ## Start the partnership's site with Luton's example and an account for each role
	@.venv/bin/goldenthread-site start

.PHONY: test
test: .venv/.installed-test ## Check everything: style, types, architecture, tests (some minutes)
	@.ci/tools
	@$(MAKE) --no-print-directory lint
	@echo "To repeat this run exactly: make test SEED=$(SEED)"
	$(PY) -m pytest -n $(WORKERS) --dist worksteal -m "not soak and not spark" \
		--randomly-seed=$(SEED)

.PHONY: test-spark
test-spark: .venv/.installed-spark ## Check that Spark measures the same, on a local cluster (minutes; needs Java)
	@.ci/tools spark
	$(PY) -m pytest -m spark --randomly-seed=$(SEED)

.PHONY: lint
lint: .venv/.installed-test ## Check style, types and architecture only (seconds)
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(PY) -m mypy
	.venv/bin/lint-imports

# The long tests of one part, by name, and the page of what they did.
define long_tests
	@.ci/tools
	@echo "To repeat this run exactly: make $@ SEED=$(SEED)"
	GOLDENTHREAD_HYPOTHESIS=soak $(PY) -m pytest -n $(WORKERS) --dist worksteal \
		-m "soak or generative" -k "$(1)" \
		--randomly-seed=$(SEED) --hypothesis-seed=$(SEED) --soak-page=$(2)
endef

.PHONY: soak
soak: soak-core soak-site ## Run all the long tests and write the pages of what they did (two hours or so)

.PHONY: soak-core
soak-core: .venv/.installed-test .venv/.installed-fuzz ## Run the core's long tests and write docs/reference/soak.md (an hour or so)
	$(call long_tests,not test_site_,docs/reference/soak.md)

.PHONY: soak-site
soak-site: .venv/.installed-test .venv/.installed-fuzz ## Run the site's long tests and write docs/reference/soak-site.md (an hour or so)
	$(call long_tests,test_site_,docs/reference/soak-site.md)

.PHONY: bench
bench: .venv/.installed-test ## Measure speed and size; WRITE=1 also writes docs/reference/bench.md
	$(PY) -m bench --data "$(BENCH_DATA)" $(if $(WRITE),--write docs/reference/bench.md)

.PHONY: load
load: .venv/.installed-test ## Put 50 people on the site at once; WRITE=1 also writes docs/reference/load.md
	$(PY) -m bench.load $(if $(WRITE),--write docs/reference/load.md)

.PHONY: accuracy
accuracy: .venv/.installed-test ## Measure how often proof-reading is right; WRITE=1 writes docs/reference/accuracy.md
	$(PY) -m bench.accuracy $(PART) $(if $(WRITE),--write docs/reference/accuracy.md)

.PHONY: docs
docs: .venv/.installed-test ## Write again the pages in docs/reference that are made from the code
	$(PY) docs/generate.py

.PHONY: sees
sees: .venv/.installed-test ## Ask the site who sees what; WRITE=1 writes docs/reference/who-sees-what.md
	$(PY) -m tests.seeing $(if $(WRITE),--write docs/reference/who-sees-what.md)

.PHONY: lock
lock: ## Resolve the dependencies again into the hashed requirements files (needs uv)
	@command -v uv >/dev/null || { echo "make lock needs uv on the path; see CONTRIBUTING.md" >&2; exit 2; }
	uv pip compile pyproject.toml $(LOCK) --group build -o requirements.txt
	uv pip compile pyproject.toml $(LOCK) --extra site --extra postgres --group build -c requirements.txt -o requirements-site.txt
	uv pip compile pyproject.toml $(LOCK) --extra site --extra postgres --group build --group test -c requirements-site.txt -o requirements-test.txt
	uv pip compile pyproject.toml $(LOCK) --extra site --extra postgres --extra spark --group build --group test -c requirements-test.txt -o requirements-spark.txt
	uv pip compile --group pyproject.toml:fuzz $(PINNED) -o requirements-fuzz.txt

PINNED := --universal --python-version 3.11 --generate-hashes --no-header --no-annotate \
	--no-emit-index-url --quiet
LOCK := --extra report --extra check $(PINNED)

.PHONY: clean
clean: ## Remove what was made: the environment, the reports, the caches
	rm -rf .venv build dist .pytest_cache .hypothesis .ruff_cache .mypy_cache .import_linter_cache
	find src tests bench docs -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment. Each stamp is touched last, so an installation broken off is begun again.

.venv/bin/python:
	@.ci/python "$(PYTHON)"

.venv/.installed: requirements.txt pyproject.toml | .venv/bin/python
	@echo "Installing what the report needs (about a minute; needs the network once)"
	@$(PIP) install --require-hashes -r requirements.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@

.venv/.installed-site: requirements-site.txt pyproject.toml | .venv/bin/python
	@echo "Installing what the site needs (about a minute; needs the network once)"
	@$(PIP) install --require-hashes -r requirements-site.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch .venv/.installed $@

.venv/.installed-test: requirements-test.txt pyproject.toml | .venv/bin/python
	@echo "Installing what the tests need (about a minute; needs the network once)"
	@$(PIP) install --require-hashes -r requirements-test.txt
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch .venv/.installed $@

.venv/.installed-spark: requirements-spark.txt pyproject.toml | .venv/.installed-test
	@echo "Installing Spark (some minutes; needs the network once)"
	@$(PIP) install --require-hashes -r requirements-spark.txt
	@touch $@

# It is for Linux alone: where it cannot be had, the tests that need it say so and are skipped.
.venv/.installed-fuzz: requirements-fuzz.txt | .venv/.installed-test
	@echo "Installing the fuzzer (needs the network once)"
	@$(PIP) install --require-hashes -r requirements-fuzz.txt \
		|| echo "It cannot be installed here: the fuzzer's tests will be skipped"
	@touch $@
