"""Our side of the LibreOffice process: started when first needed, kept for the next file, ended when it hangs.

Whatever becomes of a conversion costs that file only. A file that fails in a process that has seen others is tried once more in a new
one, so that what a file gives does not depend on the files before it.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import signal
import subprocess
import sys
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from extract.answers import Answers
from extract.read.errors import Damaged, MissingProgram, ReadError, TooLarge
from extract.read.office.folder import PrivateFolder
from extract.read.office.installed import INSTALL, has_calc, has_writer, program_folder
from extract.read.office.profile import write_profile

#: A process is replaced after so many files, so that what LibreOffice leaks cannot add up.
FILES_PER_PROCESS = 200
START_SECONDS = 60.0
_SERVER = Path(__file__).with_name("server.py")


@dataclass(frozen=True, slots=True)
class Converted:
    """What LibreOffice made of a file, and which version of it did."""

    data: bytes
    version: str


def convert(data: bytes, suffix: str, to: str, seconds: float) -> Converted:
    """`data`, a file of the kind that `suffix` names, as `to` ("docx", "xlsx"). Raises ReadError with advice."""
    with _LOCK:
        deadline = time.monotonic() + seconds
        for _ in range(2):
            office = _running(to, deadline)
            seen = office.files
            try:
                return office.convert(data, suffix, to, deadline)
            except TooLarge:
                _end()
                raise
            except ReadError:
                _end()
                if not seen:
                    raise
        raise AssertionError("a new process has seen no file")


class Office:
    """A running LibreOffice with a private folder for its profile and for the files it converts."""

    def __init__(self, program: Path, deadline: float) -> None:
        self.owner = os.getpid()
        self.files = 0
        self._folder = PrivateFolder()
        profile = self._folder.path / "profile"
        write_profile(profile)
        self._process = subprocess.Popen(
            [sys.executable, "-I", "-S", str(_SERVER), str(program), profile.as_uri(), str(self.owner)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=None if os.environ.get("BAOCAO_DEBUG") else subprocess.DEVNULL,
            env=_environment(self._folder.path),
            start_new_session=True,
        )
        assert self._process.stdout is not None
        self._answers = Answers(self._process.stdout)
        try:
            self.version = str(self._answers.next(min(deadline, time.monotonic() + START_SECONDS))["version"])
        except (EOFError, TimeoutError) as error:
            self.end()
            raise MissingProgram(
                f"LibreOffice is installed but does not start; try `soffice --headless --version`, or {INSTALL}, "
                "allow more with --memory, and run again."
            ) from error

    @property
    def usable(self) -> bool:
        """Whether it can take another file."""
        return self._process.poll() is None and self.owner == os.getpid() and self.files < FILES_PER_PROCESS

    def convert(self, data: bytes, suffix: str, to: str, deadline: float) -> Converted:
        """One file. Raises ReadError."""
        self.files += 1
        source, target = self._folder.path / f"document{suffix}", self._folder.path / f"converted.{to}"
        source.write_bytes(data)
        try:
            answer = self._ask({"from": source.as_uri(), "to": target.as_uri(), "format": to}, deadline)
            if answer.get("failed") == "memory":
                raise TooLarge(
                    f"LibreOffice needs more memory for this file than one file may have; allow more with --memory, or save it "
                    f"as .{to} and run again."
                )
            if "failed" in answer:
                raise Damaged(
                    "LibreOffice cannot open the file: it is damaged, or protected by a password. Open it in Word or Excel, "
                    f"save it as .{to} and run again."
                )
            return Converted(target.read_bytes(), self.version)
        except TimeoutError:
            raise TooLarge(
                f"LibreOffice did not finish this file in time; allow more with --timeout, or save it as .{to} and run again."
            ) from None
        except (EOFError, FileNotFoundError):
            raise Damaged(f"LibreOffice broke down on this file; save it as .{to} and run again.") from None
        finally:
            source.unlink(missing_ok=True)
            target.unlink(missing_ok=True)

    def end(self) -> None:
        """End the process and all it started, and remove its folder; only its owner may (a fork of it must not)."""
        if self.owner != os.getpid():
            return
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        self._folder.remove()

    def _ask(self, message: dict[str, Any], deadline: float) -> dict[str, Any]:
        assert self._process.stdin is not None
        try:
            self._process.stdin.write(json.dumps(message).encode() + b"\n")
            self._process.stdin.flush()
        except BrokenPipeError:
            raise EOFError from None
        return self._answers.next(deadline)


_LOCK = threading.Lock()
_office: Office | None = None


def _running(to: str, deadline: float) -> Office:
    """The process there is, or a new one."""
    global _office
    if _office is not None and _office.usable:
        return _office
    _end()
    program = program_folder()
    if program is None:
        raise MissingProgram(
            f"Files of this kind are read with LibreOffice, which is not installed: {INSTALL}, and run again."
        )
    if not (has_calc(program) if to == "xlsx" else has_writer(program)):
        raise MissingProgram(f"LibreOffice lacks the part that reads files of this kind: {INSTALL}, and run again.")
    _office = Office(program, deadline)
    return _office


@atexit.register
def _end() -> None:
    """End the process there is."""
    global _office
    if _office is not None:
        _office.end()
        _office = None


def _environment(home: Path) -> dict[str, str]:
    """Nothing of the user's surroundings: the same file gives the same document for everyone."""
    return {
        "HOME": str(home),
        "TMPDIR": str(home),
        "PATH": os.environ.get("PATH", os.defpath),
        "LC_ALL": "C",  # under UTF-8 bytes of fonts without a character set are lost as U+FFFD
        "TZ": "UTC",
        "SAL_USE_VCLPLUGIN": "svp",
        "SAL_DISABLE_OPENCL": "1",
    }
