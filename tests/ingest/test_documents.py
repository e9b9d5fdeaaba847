"""Documents of the same title are told apart where they are cited."""

from contextlib import closing
from pathlib import Path

from ingest.documents import add_document, document_sources, list_documents, telling_titles
from retrieval.store.database import connect

CONTRACT = "Service Agreement\n\nThe fee is {fee} yuan."


def test_drafts_of_a_contract_are_cited_by_their_files(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "a.sqlite")) as connection:
        added = [("first.txt", 1, "li"), ("second.txt", 2, "li"), ("wangs.txt", 3, "wang"), ("all.txt", 4, None)]
        for name, fee, owner in added:
            add_document(connection, name, CONTRACT.format(fee=fee).encode(), owner)
        cited = {source.owner: [] for source in document_sources(connection)}
        for source in document_sources(connection):
            cited[source.owner].append(source.authority.short_title("en"))
            assert source.authority.short.zh[-1] == "Service Agreement"
        assert sorted(cited["li"]) == ["Service Agreement (first.txt)", "Service Agreement (second.txt)"]
        assert cited["wang"] == ["Service Agreement (wangs.txt)"]  # as there is one for all
        assert cited[None] == ["Service Agreement"]  # who sees it learns nothing of what others have


def test_the_same_file_in_another_version_is_cited_by_its_day(tmp_path: Path) -> None:
    with closing(connect(tmp_path / "a.sqlite")) as connection:
        for fee in (1, 2):
            add_document(connection, "contract.txt", CONTRACT.format(fee=fee).encode())
        connection.execute("UPDATE documents SET added = '2026-01-0' || (rowid % 2 + 1) || 'T09:30:00+00:00'")
        titles = telling_titles(list_documents(connection)).values()
        assert sorted(titles) == [
            "Service Agreement (contract.txt, 2026-01-01 09:30)",
            "Service Agreement (contract.txt, 2026-01-02 09:30)",
        ]
