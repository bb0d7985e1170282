# make setup   .venv with the locked dependencies and .venv/bin/baocao
# make demo    extract corpus/documents into outputs/ and say what came out
# make test    everything the tests need, then the tests
# make lint    style, types, arrows between the rooms, text, generated documentation
# make docs    write the generated parts of the documentation anew
# make lock    choose new versions of the dependencies
# make score   precision and recall on the gold corpus; fails where a fact that was right is right no more
# make bench   speed beside other readers (each gets an environment under build/) and over many reports; writes corpus/BENCHMARKS.md
# make scans   scans beside plain Tesseract and ocrmypdf (wants tesseract-ocr and ghostscript); writes its section of BENCHMARKS.md
# make soak    ten thousand reports in one run: is time linear, is memory flat?
# make fuzz    spoilt files for an hour: what do the readers do with them?
# make clean   remove what make made; outputs/ stays

PYTHON ?= python3
BIN := .venv/bin
GENERATED := README.md outputs/README.md docs/command.md docs/cookbook.md docs/scale.md corpus/README.md

.PHONY: setup demo test lint docs lock score bench scans soak fuzz clean

setup: .venv/ready

.venv/ready: requirements.lock pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info >= (3, 11) else "Python 3.11 or later is needed")'
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes -r requirements.lock  # the lock is whole; see [tool.uv]
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	touch $@

demo: setup
	$(BIN)/baocao extract corpus/documents -o outputs
	@echo
	@echo "Most cited instruments (baocao top):"
	@$(BIN)/baocao top -n 5 -o outputs
	@echo "Next: $(BIN)/baocao show corpus/documents/…    $(BIN)/baocao --help    outputs/README.md"

test: setup
	.ci/install
	$(BIN)/python -m pytest -n auto

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python .ci/check_text.py
	$(BIN)/cog --check $(GENERATED)

docs: setup
	$(BIN)/cog -r $(GENERATED)

score: setup
	$(BIN)/baocao score --against corpus/results.json

bench: setup
	$(BIN)/python -m corpus.bench --write

scans: setup
	$(BIN)/python -m corpus.bench.scans --write

soak: setup
	$(BIN)/python -m corpus.bench.soak --count 10000 --write

fuzz: setup
	$(BIN)/python -m corpus.fuzz --seconds 3600 --seed $$(date +%s)

lock:
	$(PYTHON) -m venv build/lock
	build/lock/bin/python -m pip install --quiet uv
	build/lock/bin/uv pip compile pyproject.toml --extra ocr --extra cluster --group dev --universal --python-version 3.11 --generate-hashes \
		--no-header --quiet --upgrade -o requirements.lock

clean:
	rm -rf .venv build .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache *.egg-info
