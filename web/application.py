"""The app: the routes, the page at the root, the guard around them."""

from urllib.parse import urlsplit

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware
from starlette.types import ASGIApp

from retrieval.settings import Settings
from web.accounts.accounts import Accounts
from web.accounts.gate import Gate
from web.accounts.routes import account_routes
from web.cases.routes import case_routes
from web.engine import Engine
from web.export.routes import export_routes
from web.http.document_routes import document_routes
from web.http.errors import add_error_handlers
from web.http.first_script import FirstScript
from web.http.guard import Guard
from web.http.openai_form import openai_routes
from web.http.routes import Pool, add_unknown_routes, own_routes
from web.library.routes import library_routes
from web.page import mount_page
from web.static_files import read_static


def assemble(engine: Engine, settings: Settings, accounts: Accounts | None = None) -> ASGIApp:
    """Return the whole app.

    :param accounts: Who may come in; None lets everybody in.
    """
    public_host = urlsplit(settings.public_url or "").hostname
    page = FirstScript(application(engine, settings, accounts), read_static("first.js"))
    # Gradio packs its own files only: neither the page, nor its events, nor the texts of the library
    packed = GZipMiddleware(page, minimum_size=1000, compresslevel=5)
    return Guard(Gate(packed, accounts), settings.host, public_host)


def application(engine: Engine, settings: Settings, accounts: Accounts | None = None) -> FastAPI:
    """Return the app without what stands before it."""
    # the documentation pages load scripts from elsewhere
    app = FastAPI(title="Fayan", docs_url=None, redoc_url=None, openapi_url=None)
    add_error_handlers(app)
    pool = Pool()
    routers = [
        own_routes(engine, pool), openai_routes(engine, pool), document_routes(engine), library_routes(engine),
        case_routes(engine), export_routes(settings),
    ]  # fmt: skip
    if accounts:
        routers.append(account_routes(accounts, settings.public_url))
    for router in routers:
        app.include_router(router)
    add_unknown_routes(app, routers)
    return mount_page(app, engine)  # routes declared after the page would never be reached
