"""The worker process: reads one file at a time and leaves its facts in the journal.

Talks with `extract.workers` in JSON lines: settings first; then for each file its path, to which it answers what
document that is, and is told what to do about it; then how that went. It says nothing of what stands in a document.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import stat
import sys
from typing import IO, Any

from extract.remote import RemotePath, is_remote, place
from extract.store.without_pandas import do_without_pandas

Message = dict[str, Any]
#: Of a file's time; the rest is for reading what another program made of it, and for saying so if it did not finish.
_OTHERS_SHARE = 0.8


def main() -> None:
    """Work until standard input ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is for the run, which ends its workers itself
    _die_with_parent()
    do_without_pandas()
    requests = os.fdopen(os.dup(0), encoding="utf-8")
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    null = os.open(os.devnull, os.O_RDWR)
    os.dup2(null, 0)
    os.dup2(null, 1)  # whatever a library prints goes nowhere
    settings = json.loads(requests.readline())
    resource.setrlimit(resource.RLIMIT_AS, (settings["memory"], settings["memory"]))
    how = {"ocr": settings.get("ocr", "auto"), "names": settings.get("names", "rules")}
    work(requests, answers, settings["out"], how, _OTHERS_SHARE * settings["seconds"])


def work(requests: IO[str], answers: IO[str], out: str, how: Message, seconds: float) -> None:
    """Answer requests, one file after the other; `how` are the settings `ocr` and `names`, `seconds` what other programs may take on one."""
    from extract import pipeline  # noqa: F401  (the rules are compiled before the first file's time starts)

    def answer(message: Message) -> None:
        answers.write(json.dumps(message) + "\n")
        answers.flush()

    answer({"ready": True})
    for line in requests:
        request = json.loads(line)
        try:
            data = _bytes(request["path"])
        except (OSError, MemoryError) as error:
            answer(_failed("open", error))
            continue
        from extract.ids import document_id

        doc_id = document_id(data)
        answer({"doc_id": doc_id})
        order = json.loads(requests.readline())
        if order["do"] == "skip":
            continue
        answer(_process(data, doc_id, request, order | how, out, seconds))


def _process(data: bytes, doc_id: str, request: Message, order: Message, out: str, seconds: float) -> Message:
    """Find the facts of one document and write them into the journal."""
    from extract.pipeline import extract_facts
    from extract.read import read
    from extract.store.journal import write_finished
    from extract.store.layout import DiskFull, layout_of

    stage = "read"
    try:
        document = _from_tables(doc_id, order) if order["do"] == "find" else None
        if document is None:
            document = read(data, name=os.path.basename(request["path"]), ocr=order["ocr"], seconds=seconds)
        stage = "find"
        facts = extract_facts(document, order["names"])
        stage = "store"
        rows = facts.rows()
        rows["documents"] = (_with_source(facts.header, request["source"]),)
        write_finished(layout_of(out), doc_id, rows)
    except DiskFull as error:
        return {"disk_full": str(error)}
    except Exception as error:
        return _failed(stage, error)
    counts = {name: len(found) for name, found in rows.items() if name not in ("documents", "blocks")}
    return {"doc_id": doc_id, "pages": document.pages or 0, "facts": counts}


def _with_source(header: Any, source: str) -> Any:
    from dataclasses import replace

    return replace(header, sources=(source,))


def _from_tables(doc_id: str, order: Message) -> Any:
    """The document as it stands in `blocks`; None if the files have been replaced meanwhile."""
    from extract.facts import BlockRow, DocumentRow
    from extract.store.blocks import document_from
    from extract.store.rows import read_rows

    try:
        headers = list(read_rows("documents", map(place, order["documents"]), DocumentRow, doc_id=doc_id))
        rows = list(read_rows("blocks", map(place, order["blocks"]), BlockRow, doc_id=doc_id))
    except FileNotFoundError:
        return None
    return document_from(headers[0], rows) if headers and rows else None


def _bytes(path: str) -> bytes:
    """The content of a regular file; a pipe or a device would never end."""
    if is_remote(path):
        return RemotePath(path).read_bytes()
    with open(path, "rb", opener=lambda name, flags: os.open(name, flags | os.O_NONBLOCK)) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise OSError("not a regular file")
        return file.read()


def _failed(stage: str, error: BaseException) -> Message:
    """What to report of an error: what to do, never what stands in the document."""
    from extract.read.errors import ReadError
    from extract.store.layout import StoreError

    if isinstance(error, ReadError):
        message = str(error)
    elif isinstance(error, MemoryError):
        message = "The file needs more memory than one file may have; split it, or allow more with --memory."
    elif isinstance(error, StoreError):
        message = str(error)
    elif stage == "store" and isinstance(error, OSError):
        message = f"What was found could not be written ({getattr(error, 'strerror', None) or type(error).__name__}). Run again."
    elif isinstance(error, FileNotFoundError):
        message = "There is no such file (any more). Check the path; --prune forgets files that are gone."
    elif isinstance(error, OSError):
        message = f"The file cannot be opened ({error.strerror or error}). Check that it may be read and run again."
    else:
        message = f"A fault of this program, at {_place(error)}. The file is left out; please report it."
    return {"failed": {"stage": stage, "error": type(error).__name__, "message": message}}


def _place(error: BaseException) -> str:
    """Module and line where an error was raised, the innermost of ours."""
    place = "unknown"
    trace = error.__traceback__
    while trace is not None:
        module = trace.tb_frame.f_globals.get("__name__", "")
        if module.partition(".")[0] in ("extract", "patterns"):
            place = f"{module}:{trace.tb_lineno}"
        trace = trace.tb_next
    return place


def _die_with_parent() -> None:
    """On Linux, end when the run is killed, even in the middle of a file."""
    if sys.platform == "linux":
        import ctypes

        set_parent_death_signal = 1
        ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL)


if __name__ == "__main__":
    main()
