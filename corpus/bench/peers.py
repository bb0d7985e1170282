"""Other readers, each in an environment of its own under build/peers; ours and its dependencies in this one."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
import venv
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

HERE = Path(__file__).parent
BUILD = HERE.parents[1] / "build" / "peers"
SCRIPT = HERE / "reader.py"
#: Readers that this environment has.
OWN = ("bare text", "baocao, reading only", "baocao.extract", "pdfplumber")


class NotThere(Exception):
    """A reader cannot be installed or does not start; the text says why."""


def peers() -> dict[str, str]:
    """Reader → what pip is asked for."""
    with (HERE / "peers.csv").open(encoding="utf-8", newline="") as file:
        return {row["reader"]: row["requirement"] for row in csv.DictReader(file)}


def python_of(reader: str) -> str:
    """The interpreter to run a reader with; makes its environment on first use. Raises NotThere."""
    return sys.executable if reader in OWN else environment(reader, peers()[reader])


def environment(reader: str, requirement: str) -> str:
    """The interpreter of an environment with this requirement in it; makes it on first use. Raises NotThere."""
    home = BUILD / reader
    python, ready = home / "bin" / "python", home / "ready"
    if not ready.exists() or ready.read_text(encoding="utf-8") != requirement:
        venv.create(home, with_pip=True, clear=True)
        command = [str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", requirement]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode:
            raise NotThere(f"pip install {requirement}: {done.stderr.strip().splitlines()[-1]}")
        ready.write_text(requirement, encoding="utf-8")
    return str(python)


@dataclass(slots=True)
class Reader:
    """A running reader: ask it for one file after another."""

    name: str
    version: str = ""
    seconds: dict[Path, list[float]] = field(default_factory=dict)
    rows: dict[Path, list[list[str]]] = field(default_factory=dict)
    errors: dict[Path, str] = field(default_factory=dict)
    peak_mb: float = 0.0
    python: str = ""
    script: tuple[str, ...] = (str(SCRIPT),)
    _process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Reader:
        command = [self.python or python_of(self.name), *self.script, self.name]
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            cwd=HERE.parents[1],
        )
        self.version = str(self._answer()["version"])
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    @property
    def pid(self) -> int:
        """Its process."""
        assert self._process is not None
        return self._process.pid

    def ask(self, path: Path, *, timed: bool) -> None:
        """Reads a file once; the first, untimed time also takes its rows. Raises NotThere if the reader has died."""
        assert self._process is not None
        assert self._process.stdin is not None
        print(json.dumps({"path": str(path), "rows": not timed}), file=self._process.stdin, flush=True)
        answer = self._answer()
        self.peak_mb = float(answer["peak_mb"])
        if answer["error"]:
            self.errors[path] = str(answer["error"])
        if timed:
            self.seconds.setdefault(path, []).append(float(answer["seconds"]))
        else:
            self.rows[path] = answer["rows"]

    def _answer(self) -> dict[str, Any]:
        assert self._process is not None
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise NotThere("it ended without an answer")
        found: dict[str, Any] = json.loads(line)
        return found


@contextmanager
def running(names: Sequence[str]) -> Iterator[tuple[list[Reader], dict[str, str]]]:
    """The readers that start, and why the others do not."""
    with ExitStack() as stack:
        ready, absent = [], {}
        for name in names:
            try:
                ready.append(stack.enter_context(Reader(name)))
            except (NotThere, OSError) as error:
                absent[name] = str(error)
        yield ready, absent


def race(readers: list[Reader], paths: Sequence[Path], rounds: int) -> dict[str, str]:
    """Every reader on every file in turn, so that a slow minute slows all of them; one round to warm up. Says who died."""
    died: dict[str, str] = {}
    for number in range(rounds + 1):
        for path in paths:
            for reader in [reader for reader in readers if reader.name not in died]:
                try:
                    reader.ask(path, timed=number > 0)
                except (NotThere, OSError) as error:
                    died[reader.name] = f"{path.name}: {error}"
    return died
