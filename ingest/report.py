"""What an ingest did."""

from dataclasses import dataclass, field


@dataclass
class Report:
    """What an ingest did."""

    index_id: str = ""
    passages: int = 0
    added: int = 0
    changed: int = 0
    removed: int = 0
    embedded: int = 0
    unread: list[str] = field(default_factory=list)

    @property
    def unchanged(self) -> bool:
        """Whether the index was in line already."""
        return not (self.added or self.changed or self.removed)
