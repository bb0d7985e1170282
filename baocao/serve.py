"""`baocao view --outputs DIR`: an archive as pages in the browser."""

from __future__ import annotations

import ipaddress
import threading
from contextlib import suppress
from pathlib import Path

import click

from baocao.options import explaining, stop


def serve(out: str | Path, host: str | None = None, port: int = 8000, *, open_browser: bool = False) -> None:
    """Answer until stopped. Without `host`, on this machine's loopback only, and only to its names.

    Ends the program with a message if `out` is no archive or the port is taken.
    """
    import socket

    import uvicorn

    from extract.remote import is_remote
    from extract.web.app import application

    if is_remote(out):
        stop(f"The pages want the tables on disk. Copy {out} to a folder first.", 2)
    address = host or "127.0.0.1"
    with explaining():
        app = application(out, any_host=host is not None)
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((address, port))
    except OSError as error:
        stop(f"{address}:{port} cannot be used ({error.strerror}). Choose another with --port.", 1)
    where = f"http://{shown_host(address)}:{listener.getsockname()[1]}/"
    click.echo(f"{out}: {where} (stop with Ctrl-C)")
    if open_browser:
        import webbrowser

        threading.Timer(0.5, webbrowser.open, (where,)).start()
    config = uvicorn.Config(
        app,
        log_level="warning",
        server_header=False,
        date_header=False,
        ws="none",
        h11_max_incomplete_event_size=16_384,
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listener])


def shown_host(address: str) -> str:
    """The host of the address that a browser opens: loopback where the server listens everywhere."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    if parsed.is_unspecified:
        return "localhost"
    return f"[{address}]" if parsed.version == 6 else address
