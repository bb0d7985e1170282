"""Answers of another process, one JSON object a line, read with a time limit."""

from __future__ import annotations

import json
import os
import select
import time
from typing import IO, Any


class Answers:
    """What a process writes. Bytes behind a line are kept for the next."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._file = stream.fileno()
        self._received = b""
        self._poll = select.poll()
        self._poll.register(self._file, select.POLLIN | select.POLLHUP)

    def next(self, deadline: float) -> dict[str, Any]:
        """The next answer. Raises TimeoutError at the deadline (`time.monotonic`), EOFError if the process closed its end."""
        while b"\n" not in self._received:
            left = deadline - time.monotonic()
            if left <= 0 or not self._poll.poll(min(left * 1000, 1e9)):
                raise TimeoutError
            chunk = os.read(self._file, 65536)
            if not chunk:
                raise EOFError
            self._received += chunk
        line, _, self._received = self._received.partition(b"\n")
        answer: dict[str, Any] = json.loads(line)
        return answer
