"""The app: the routes, the page at the root, the guard around them."""

from fastapi import FastAPI
from starlette.types import ASGIApp

from retrieval.settings import Settings
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


def assemble(engine: Engine, settings: Settings) -> ASGIApp:
    """Return the whole app."""
    # the documentation pages load scripts from elsewhere
    app = FastAPI(title="Fayan", docs_url=None, redoc_url=None, openapi_url=None)
    add_error_handlers(app)
    pool = Pool()
    routers = (
        own_routes(engine, pool), openai_routes(engine, pool), document_routes(engine), library_routes(engine),
        case_routes(engine), export_routes(settings),
    )  # fmt: skip
    for router in routers:
        app.include_router(router)
    add_unknown_routes(app, routers)
    page = mount_page(app, engine)  # routes declared after the page would never be reached
    return Guard(FirstScript(page, read_static("first.js")), settings.host)
