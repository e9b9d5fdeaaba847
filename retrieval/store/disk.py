"""A disk that is full, told from other faults: what it sets off in a library says so only sometimes."""

import errno
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from retrieval.errors import StoreError

_FULL_BELOW = 2**20  # bytes left; a file is written by larger pieces


@contextmanager
def writing_to(folder: Path) -> Iterator[None]:
    """Do what writes into a folder.

    :raises StoreError: If it fails because the disk is full; whatever else fails comes through as it is.
    """
    try:
        yield
    except (OSError, sqlite3.Error, StoreError) as error:
        if not _says_full(error) and shutil.disk_usage(folder).free >= _FULL_BELOW:
            raise
        raise StoreError(f"The disk that holds {folder} is full: free some space, then try again.") from error


def _says_full(error: Exception) -> bool:
    if isinstance(error, sqlite3.Error):
        return getattr(error, "sqlite_errorcode", None) == sqlite3.SQLITE_FULL
    return isinstance(error, OSError) and error.errno in (errno.ENOSPC, errno.EDQUOT)
