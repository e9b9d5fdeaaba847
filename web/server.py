"""The server: its address, its start, its end."""

import asyncio
import gc
import ipaddress
import logging
import os
import socket
import sys
import threading
import time
from urllib.parse import urlsplit

import uvicorn

from retrieval.errors import FayanError
from retrieval.settings import Settings
from web.engine import Engine
from web.private import PrivateFormatter

_POLL_S = 0.05
_SHUTDOWN_S = 3
_LOOPBACK = "127.0.0.1,::1"


def check_exposure(settings: Settings) -> None:
    """Refuse to serve strangers by accident.

    :raises FayanError: If the address is open to other machines and nothing says that this is meant.
    """
    if settings.users_file or os.environ.get("FAYAN_ALLOW_OPEN") == "1":
        return
    if not _is_loopback(settings.host) or not _is_loopback(_public_host(settings) or settings.host):
        raise FayanError(
            f"{_opens(settings)} would let every machine that reaches this one ask and upload without login: "
            "unset it, name a FAYAN_USERS_FILE, or set FAYAN_ALLOW_OPEN=1 if that is meant."
        )


def _opens(settings: Settings) -> str:
    if _is_loopback(settings.host):
        return f"FAYAN_PUBLIC_URL={settings.public_url}"
    return f"FAYAN_HOST={settings.host}"


def _public_host(settings: Settings) -> str | None:
    return urlsplit(settings.public_url or "").hostname


def _is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host.lower() == "localhost"


def listen(settings: Settings) -> socket.socket:
    """Take the port at once, before anything slow happens.

    :raises FayanError: If it is taken or not ours to take.
    """
    host, port = settings.host, settings.port
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family)
    except OSError as error:
        reason = error.strerror or str(error)
        raise FayanError(
            f"Fayan cannot listen on {host}:{port} ({reason}): set FAYAN_PORT or FAYAN_HOST to another one."
        ) from error


def address(settings: Settings) -> str:
    """Return the address that a browser is given."""
    host = f"[{settings.host}]" if ":" in settings.host else settings.host
    return f"http://{host}:{settings.port}"


def serve(server: uvicorn.Server, engine: Engine, door: socket.socket) -> int:
    """Serve until told to stop; return the exit status."""
    threading.Thread(target=_announce, args=(server, engine), name="announce", daemon=True).start()
    server.run(sockets=[door])
    if engine.failure:
        raise engine.failure
    return 0 if engine.is_open else 1


def make_server(app: object, settings: Settings) -> uvicorn.Server:
    """Return the server of an app; its log holds no requests, thus no questions."""
    config = uvicorn.Config(
        app, host=settings.host, port=settings.port, log_level="warning", access_log=False, server_header=False,
        timeout_graceful_shutdown=_SHUTDOWN_S, log_config=None,
        # without a proxy in front nobody may say in another's name where a request comes from
        proxy_headers=settings.public_url is not None,
        forwarded_allow_ips=os.environ.get("FORWARDED_ALLOW_IPS") or _LOOPBACK,
    )  # fmt: skip
    handler = logging.StreamHandler()
    handler.setFormatter(PrivateFormatter("%(levelname)s: %(message)s"))
    handler.addFilter(_is_fault)
    logging.basicConfig(level=logging.WARNING, handlers=[handler])
    return uvicorn.Server(config)


def _is_fault(record: logging.LogRecord) -> bool:
    """An open page holds a connection that the server's end cuts off: that is no fault, and no trace is printed."""
    return not (record.exc_info and isinstance(record.exc_info[1], asyncio.CancelledError))


def _announce(server: uvicorn.Server, engine: Engine) -> None:
    opened = engine.finished()
    gc.freeze()  # what the libraries and the index hold stays: to look through it again and again would cost answers
    gc.enable()
    if not opened:
        server.should_exit = True
        return
    while not server.started and not server.should_exit:
        time.sleep(_POLL_S)
    if server.started:
        sys.stdout.write(f"Fayan answers at {address(engine.settings)}\n")
        sys.stdout.flush()
