"""Files for their owner alone: questions, documents and answers are privileged."""

import os
import tempfile
from contextlib import suppress
from pathlib import Path

_OTHERS = 0o077


def make_private() -> None:
    """Make every file that this process writes from now on unreadable for other users of the machine."""
    os.umask(_OTHERS)


def private_folder(folder: Path) -> None:
    """Make a folder if need be, and shut it to others."""
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if folder.stat().st_mode & _OTHERS:
        with suppress(PermissionError):  # not ours: whoever made it decides
            folder.chmod(0o700)


def private_file(path: Path) -> None:
    """Make a file if need be, and shut it to others.

    One that is there is not opened: closing it would drop every lock that this process holds on it (POSIX), and SQLite
    would write into a database that another process has taken for its own.
    """
    with suppress(FileExistsError):
        os.close(os.open(path, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))
    if path.stat().st_mode & _OTHERS:
        with suppress(PermissionError):
            path.chmod(0o600)


def write_whole(path: Path, content: bytes, *, lasting: bool = True) -> None:
    """Write a file whole or not at all, whoever else reads or writes it; the folder must be there.

    :param lasting: Whether it must outlive a loss of power, which takes a disk some milliseconds.
    :raises OSError: If it cannot be written; what was there before is there still.
    """
    handle, made = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}-")  # its mode is 0600
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            if lasting:
                file.flush()
                os.fsync(file.fileno())
        os.replace(made, path)
    except BaseException:
        os.unlink(made)
        raise
