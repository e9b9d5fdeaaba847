"""Start the web app: `python app.py`."""

import os

# before any library is imported: they read these once
os.environ["GRADIO_ANALYTICS_ENABLED"] = "False"
os.environ["ANONYMIZED_TELEMETRY"] = "False"
os.environ.setdefault("HF_HUB_OFFLINE", "1")

import gc
import sys

from retrieval.command import FAILED, INTERRUPTED
from retrieval.errors import FayanError
from retrieval.private import make_private
from retrieval.settings import settings
from retrieval.store.manifest import require_index
from web.accounts.accounts import open_accounts
from web.engine import Engine
from web.server import check_exposure, listen, make_server, serve


def main() -> int:
    """Serve the app until it is stopped; return the exit status."""
    make_private()
    gc.disable()  # a million objects that stay are made in the next seconds; `web.server` lets the collector in then
    try:
        own = settings()
        check_exposure(own)
        accounts = open_accounts(own)
        door = listen(own)
        require_index(own)
        engine = Engine(own)
        from web.application import assemble  # takes seconds; what is wrong with the settings is said before

        page = assemble(engine, own, accounts)
        # not sooner: a library that two threads import at once may be seen half imported, and numpy then ends the start
        engine.start()
        return serve(make_server(page, own), engine, door)
    except FayanError as error:
        sys.stderr.write(f"{str(error).splitlines()[0]}\n")  # a library's text may go on for pages
        return FAILED
    except KeyboardInterrupt:
        return INTERRUPTED


if __name__ == "__main__":
    sys.exit(main())
