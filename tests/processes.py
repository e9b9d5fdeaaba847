"""Commands of the project in processes of their own, without waiting for the libraries each time.

A cold start takes ten seconds of a processor, nearly all of it imports of libraries, and one more for the project's
patterns. A process that has imported both once, and opened nothing, makes a copy of itself for each command: that one has
arguments, environment, streams, signals and an end of its own, and reads its settings anew. Some tests start cold, as the
user does: those of the network and of the readers of output.
"""

import atexit
import multiprocessing
import os
import runpy
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from retrieval.settings import ROOT

# before they are imported: the libraries read these once
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["ANONYMIZED_TELEMETRY"] = "False"
_STARTER = multiprocessing.get_context("forkserver")
_STARTER.set_forkserver_preload(
    [
        "torch", "sentence_transformers", "transformers.models.bert.modeling_bert", "transformers.models.xlm_roberta",
        "chromadb.api.rust", "langchain_core.language_models.chat_models", "gradio", "pypinyin", "scipy.sparse", "yaml",
        "ir_measures", "ingest.sync", "retrieval.chain", "web.application",
    ]
)  # fmt: skip
_STREAMS = ((0, "stdin", "r"), (1, "stdout", "w"), (2, "stderr", "w"))


class Running:
    """A command that runs; what is asked of it is named as in `subprocess.Popen`.

    :param arguments: As behind `python`: `-m`, a module and its arguments, `-c` and code, or a file and its arguments.
    :param environment: The whole environment.
    :param output: The file that its output goes to.
    :param errors: The file that its errors go to; as the output, if not given.
    :param typed: The file that it reads; empty, if not given.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        environment: Mapping[str, str],
        output: Path,
        errors: Path | None = None,
        typed: Path | None = None,
    ) -> None:
        streams = [str(path) for path in (typed or os.devnull, output, errors or output)]
        self._process = _STARTER.Process(target=_become, args=(list(arguments), dict(environment), streams))
        self._process.start()

    def poll(self) -> int | None:
        """Return the exit status; None if it still runs."""
        return self._process.exitcode

    def wait(self, timeout: float) -> int:
        """Return the exit status, negative if a signal ended it.

        :param timeout: Seconds.
        :raises TimeoutError: If it has not ended by then.
        """
        self._process.join(timeout)
        if self._process.exitcode is None:
            raise TimeoutError(f"process {self._process.pid} still runs after {timeout} seconds")
        return self._process.exitcode

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it still runs."""
        if self._process.exitcode is None and self._process.pid:
            os.kill(self._process.pid, number)


def run(
    arguments: Sequence[str], environment: Mapping[str, str], typed: str = "", timeout: float = 300
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end.

    :param typed: What it reads.
    :param timeout: Seconds; a command that hangs must not hang the tests.
    """
    with tempfile.TemporaryDirectory() as name:
        output, errors, read = (Path(name) / stream for stream in ("output", "errors", "typed"))
        read.write_text(typed, encoding="utf-8", newline="")
        running = Running(arguments, environment, output, errors, read)
        try:
            status = running.wait(timeout)
        finally:
            running.send_signal(signal.SIGKILL)
        texts = [path.read_text(encoding="utf-8") for path in (output, errors)]
        return subprocess.CompletedProcess(list(arguments), status, *texts)


def _become(arguments: list[str], environment: dict[str, str], streams: list[str]) -> None:
    """Be what `python ARGUMENTS` would be."""
    # a shell has what it starts in the background ignore SIGINT, and children inherit that; a terminal does not
    signal.signal(signal.SIGINT, signal.default_int_handler)
    os.environ.clear()
    os.environ.update(environment)
    os.chdir(ROOT)
    for (number, name, mode), path in zip(_STREAMS, streams, strict=True):
        # at the end, as a shell's >>: output and errors may go to the same file
        opened = os.open(path, os.O_RDONLY if mode == "r" else os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(opened, number)
        os.close(opened)
        buffering, errors = (1, "backslashreplace") if name == "stderr" else (-1, "strict")
        setattr(sys, name, open(number, mode, buffering, encoding="utf-8", errors=errors, closefd=False))  # noqa: SIM115
    if arguments[0] == "-m":
        sys.argv = arguments[1:]
        runpy.run_module(arguments[1], run_name="__main__", alter_sys=True)
    elif arguments[0] == "-c":
        exec(arguments[1], {"__name__": "__main__"})
    else:
        sys.argv = arguments
        runpy.run_path(str(ROOT / arguments[0]), run_name="__main__")
    atexit._run_exitfuncs()
