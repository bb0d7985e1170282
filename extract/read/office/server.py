"""One LibreOffice that converts one file after the other. Runs as a script of its own, with nothing but the standard library.

LibreOffice is loaded into this process (LibreOfficeKit, its C interface), so no second program, no socket and no Python of the system
is needed. Talks in JSON lines: says its version first; then for each {"from": URL, "to": URL, "format": "docx"} how it went.

    python -I -S server.py PROGRAM_FOLDER PROFILE_URL PID_OF_PARENT
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import os
import resource
import signal
import sys
from typing import Any

_CLONE_NEWUSER, _CLONE_NEWNET = 0x1000_0000, 0x4000_0000
_SET_PARENT_DEATH_SIGNAL = 1
_LARGEST_OUTPUT = 1 << 30
_MOST_MEMORY = 4 << 30
_NEAR = 0.9
# Places in the tables of functions that LibreOfficeKit.h declares; new ones are only ever added at their end.
_LOAD, _ERROR, _VERSION = 4, 3, 10
_CLOSE, _SAVE = 1, 2
_LIBRARIES = ("libmergedlo.so", "libsofficeapp.so")
_OPTIONS = b"EnableMacrosExecution=false,MacroSecurityLevel=3,Batch=true,Language=vi"


def main(program: str, profile: str, parent: int) -> None:
    """Convert until standard input ends."""
    _alone(parent)
    requests = os.fdopen(os.dup(0), encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)  # LibreOffice prints, too
    office = Office(program, profile)

    def answer(message: dict[str, Any]) -> None:
        answers.write(json.dumps(message) + "\n")
        answers.flush()

    answer({"version": office.version()})
    for line in requests:
        request = json.loads(line)
        answer(office.convert(request["from"], request["to"], request["format"]))
    os._exit(0)  # LibreOffice's own farewell takes long and may hang


class Office:
    """LibreOffice in this process."""

    def __init__(self, program: str, profile: str) -> None:
        path = next(filter(os.path.exists, (os.path.join(program, name) for name in _LIBRARIES)))
        start = ctypes.CDLL(path).libreofficekit_hook_2
        start.restype, start.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_char_p]
        self._kit = start(program.encode(), profile.encode())
        if not self._kit:
            raise RuntimeError("LibreOffice does not start")

    def version(self) -> str:
        """Such as "7.4.7.2"."""
        stated = json.loads(_function(self._kit, _VERSION, ctypes.c_char_p)(self._kit))
        return str(stated["ProductVersion"]) + str(stated["ProductExtension"])

    def convert(self, source: str, target: str, kind: str) -> dict[str, Any]:
        """Load, save, close."""
        load = _function(self._kit, _LOAD, ctypes.c_void_p, ctypes.c_char_p, ctypes.c_char_p)
        document = load(self._kit, source.encode(), _OPTIONS)
        if not document:
            return {"failed": "memory" if _memory_is_full() else "load", "said": self._said()}
        save = _function(document, _SAVE, ctypes.c_int, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_char_p)
        saved = save(document, target.encode(), kind.encode(), None)
        _function(document, _CLOSE, None)(document)
        return {} if saved else {"failed": "save", "said": self._said()}

    def _said(self) -> str:
        said = _function(self._kit, _ERROR, ctypes.c_char_p)(self._kit)
        return (said or b"").decode("utf-8", "replace")


def _memory_is_full() -> bool:
    """Whether this process has come near its limit: LibreOffice calls a file that does not fit damaged."""
    limit = resource.getrlimit(resource.RLIMIT_AS)[0]
    if limit == resource.RLIM_INFINITY:
        return False
    with open("/proc/self/status", encoding="ascii") as status:
        peak = next(int(line.split()[1]) for line in status if line.startswith("VmPeak"))
    return peak * 1024 > _NEAR * limit


def _function(thing: int, place: int, result: Any, *arguments: Any) -> Any:
    """A function of an object of LibreOfficeKit: its first word points to a table of functions."""
    table = ctypes.cast(thing, ctypes.POINTER(ctypes.c_void_p))[0]
    address = ctypes.cast(table, ctypes.POINTER(ctypes.c_void_p))[place]
    return ctypes.CFUNCTYPE(result, ctypes.c_void_p, *arguments)(address)


def _alone(parent: int) -> None:
    """End with the parent, whatever ends it; no core files, no endless output or memory; no network where the system allows that."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (_LARGEST_OUTPUT, _LARGEST_OUTPUT))
    if resource.getrlimit(resource.RLIMIT_AS)[0] == resource.RLIM_INFINITY:  # no worker, which has a limit of its own
        resource.setrlimit(resource.RLIMIT_AS, (_MOST_MEMORY, _MOST_MEMORY))
    if sys.platform == "linux":
        system = ctypes.CDLL(None)
        system.prctl(_SET_PARENT_DEATH_SIGNAL, signal.SIGKILL)
        if os.getppid() != parent:  # it died before we asked to be told
            os._exit(0)
        with contextlib.suppress(AttributeError):
            if system.unshare(_CLONE_NEWNET):  # only root may
                system.unshare(_CLONE_NEWUSER | _CLONE_NEWNET)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
