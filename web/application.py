"""The app: the routes, the page at the root, the guard around them."""

from fastapi import FastAPI
from starlette.types import ASGIApp

from retrieval.settings import Settings
from web.document_routes import document_routes
from web.engine import Engine
from web.errors import add_error_handlers
from web.guard import Guard
from web.openai_form import openai_routes
from web.page import mount_page
from web.routes import Pool, add_unknown_routes, own_routes


def assemble(engine: Engine, settings: Settings) -> ASGIApp:
    """Return the whole app."""
    # the documentation pages load scripts from elsewhere
    app = FastAPI(title="Fayan", docs_url=None, redoc_url=None, openapi_url=None)
    add_error_handlers(app)
    pool = Pool()
    routers = (own_routes(engine, pool), openai_routes(engine, pool), document_routes(engine))
    for router in routers:
        app.include_router(router)
    add_unknown_routes(app, routers)
    return Guard(mount_page(app, engine), settings.host)  # routes declared after the page would never be reached
