"""What a check has to say: faults, and remarks that are not faults."""

from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, order=True)
class Finding:
    """A line of the report.

    :param line: Counted from 1.
    """

    path: Path
    line: int
    text: str

    def shown(self, relative_to: Path) -> str:
        """Return `path:line: text`, the path relative to a folder where it lies in it."""
        path = self.path.relative_to(relative_to) if self.path.is_relative_to(relative_to) else self.path
        return f"{path}:{self.line}: {self.text}"


@dataclass
class Findings:
    """Collects what the checks say."""

    faults: list[Finding] = field(default_factory=list)
    remarks: list[Finding] = field(default_factory=list)

    def fault(self, path: Path, line: int, text: str) -> None:
        """Note something that must be mended."""
        self.faults.append(Finding(path, line, text))

    def remark(self, path: Path, line: int, text: str) -> None:
        """Note something that a reader may want to know."""
        self.remarks.append(Finding(path, line, text))
