"""The routes of the cases' view, and of the file."""

from collections.abc import Sequence

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response
from starlette.requests import Request

from retrieval.cases.records import Record, records_of
from web.cases.download import csv_bytes
from web.cases.filters import Filters, ordered
from web.cases.plots import plots_html
from web.cases.table import ARTICLE, article_html, bar_html, count_html, table_html
from web.engine import Engine
from web.http.routes import Pool
from web.library.routes import html, language_of, number_of

AT_ONCE = 4
_USUAL_WIDTH = 760


def case_routes(engine: Engine) -> APIRouter:
    """Return the routes under /cases."""
    router, pool = APIRouter(prefix="/cases"), Pool(AT_ONCE)

    def held() -> list[Record]:
        return records_of(engine.service().live.current().authorities.values())

    def shown(request: Request) -> tuple[Sequence[Record], int]:
        asked, records, filters = request.query_params, held(), Filters.read(request.query_params)
        chosen = [record for record in records if filters.lets_through(record)]
        descending = asked.get("descending") == "1"
        return ordered(chosen, asked.get("sort", ""), descending, language_of(request)), len(records)

    @router.get("/bar")
    async def bar(request: Request) -> HTMLResponse:
        return html(await pool.run(lambda: bar_html(held(), language_of(request))))

    @router.get("/rows")
    async def rows(request: Request) -> HTMLResponse:
        asked, language = request.query_params, language_of(request)

        def draw() -> str:
            records, total = shown(request)
            article = article_html(language) if ARTICLE in engine.service().live.current().authorities else ""
            fields = {**Filters.read(asked).__dict__, **{name: asked.get(name, "") for name in ("sort", "descending")}}
            drawn = plots_html(records, number_of(asked.get("width")) or _USUAL_WIDTH, language)
            return (
                f'<div class="fy-cases" lang="{language}">{count_html(records, total, fields, language)}'
                f'<section class="fy-show-table">{table_html(records, fields["sort"], fields["descending"] == "1", language)}</section>'
                f'<section class="fy-show-plots"><div class="fy-beside">{drawn}{article}</div></section></div>'
            )

        return html(await pool.run(draw))

    @router.get("/cases.csv")
    async def file(request: Request) -> Response:
        content = await pool.run(lambda: csv_bytes(shown(request)[0], language_of(request)))
        headers = {"Content-Disposition": 'attachment; filename="fayan-cases.csv"', "Cache-Control": "no-store"}
        return Response(content, media_type="text/csv; charset=utf-8", headers=headers)

    return router
