"""What no request gets past: other methods than GET, other hosts than this machine, answers without protective headers."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

#: Nothing is loaded but our own style sheet and pictures; no script runs at all.
_HEADERS = (
    (
        b"content-security-policy",
        b"default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    ),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"no-referrer"),
    (b"x-frame-options", b"DENY"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
    (b"cache-control", b"no-cache"),
)
_LOOPBACK = re.compile(rb"(?:localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE)


class Guard:
    """Wraps the pages. `any_host` lets requests for other host names in: the person gave --host, so others may call.

    Otherwise a page of some web site whose name leads to 127.0.0.1 (DNS rebinding) would be let in by the browser.
    """

    def __init__(self, pages: Application, *, any_host: bool) -> None:
        self._pages = pages
        self._any_host = any_host

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or answer it here."""
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._pages(scope, receive, send)
            return

        async def protect(message: MutableMapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in _HEADERS}
                kept = [header for header in message.get("headers", []) if header[0].lower() not in ours]
                message = {**message, "headers": [*kept, *_HEADERS]}
            await send(message)

        hosts = [value for name, value in scope["headers"] if name == b"host"]
        if not self._any_host and not (len(hosts) == 1 and _LOOPBACK.fullmatch(hosts[0])):
            await _refuse(protect, 400, b"This server answers to localhost only.\n")
        elif scope["method"] not in ("GET", "HEAD"):
            await _refuse(protect, 405, b"Read-only: GET only.\n", (b"allow", b"GET, HEAD"))
        else:
            await self._pages(scope, receive, protect)


async def _refuse(send: Send, status: int, text: bytes, *more: tuple[bytes, bytes]) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(text)).encode()), *more]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": text})
