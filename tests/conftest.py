"""What every process of the tests needs; the parts that they share are in `shared`."""

import os
import shutil

import hypothesis
import pytest

os.environ.setdefault("HF_HUB_OFFLINE", "1")
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # each process that a test starts would compile 3,000 modules: 7 s
MODELS = "models"
_WORKER = "PYTEST_XDIST_WORKER" in os.environ
if _WORKER:
    os.environ.setdefault("OMP_NUM_THREADS", "1")  # the tests run side by side already
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")  # threads that wait spinning are six times slower beside other work

hypothesis.settings.register_profile("fayan", deadline=None)  # no test has a limit of time: beside others any may wait
hypothesis.settings.load_profile("fayan")


def pytest_configure(config: pytest.Config) -> None:
    """Forget the settings of whoever runs the tests; have the shared parts where tests are run."""
    for name in [name for name in os.environ if name.startswith("FAYAN_")]:
        del os.environ[name]
    if (
        _WORKER or not config.option.numprocesses
    ):  # the process that only hands the tests out does without the libraries
        config.pluginmanager.import_plugin("tests.shared")


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the models once no worker uses them any more, because pytest keeps its folders."""
    if not _WORKER and (folders := getattr(config, "_tmp_path_factory", None)):
        shutil.rmtree(folders.getbasetemp() / MODELS, ignore_errors=True)
