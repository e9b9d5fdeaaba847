"""What many tests do: copy a corpus, make settings, run a command of the project, name a place shortly."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path

from retrieval.address import format_article
from retrieval.references.find import Reference
from retrieval.settings import ROOT, Settings
from retrieval.store.asked import FOLDER as QUESTIONS
from retrieval.store.database import connect
from tests.processes import run

CORPUS = ROOT / "corpus"
SMALL = (
    "criminal-law",
    "cybersecurity-law",
    "cybersecurity-law-2016",
    "interpretation-2011-19-computer-systems",
    "interim-provisions-international-networking",
    "implementing-measures-international-networking",
    "network-data-security-regulations",
    "network-data-security-regulations-2021-draft",
    "telecommunications-regulations",
    "zhu-jingzhou-2018-150",
    "guiding-case-97-wang-lijun",
    "ruan-non-prosecution-2021",
    "article-2022-circumvention-software",
)
# besides, what is cited most by its name: more laws, every case and every penalty
WIDE = (
    *SMALL,
    "anti-telecom-fraud-law",
    "interpretation-1998-surrender",
    "interpretation-2019-15-network-crime",
    "state-council-decision-2024-777",
    *sorted(path.parent.name for kind in ("cases", "penalties") for path in CORPUS.glob(f"{kind}/*/meta.yaml")
            if path.parent.name not in SMALL),
)  # fmt: skip
MODEL = "multilingual-e5-small"
TIMEOUT_S = 300  # a command that hangs must not hang the tests


def copy_corpus(folder: Path, ids: Iterable[str] = SMALL, topics: bool = False) -> Path:
    """Copy authorities and the glossary of the project's corpus into a corpus folder; topics and written questions too, if wanted."""
    for authority in ids:
        (source,) = CORPUS.glob(f"*/{authority}")
        shutil.copytree(source, folder / source.parent.name / authority)
    for name in ["glossary.yaml", *(["topics.yaml", "outside.yaml"] if topics else [])]:
        shutil.copy(CORPUS / name, folder / name)
    if topics:
        (folder / QUESTIONS).mkdir()
        for authority in ids:
            if (CORPUS / QUESTIONS / f"{authority}.jsonl").is_file():
                shutil.copy(CORPUS / QUESTIONS / f"{authority}.jsonl", folder / QUESTIONS)
    return folder


def settings_in(root: Path, corpus: Path, model_folder: Path) -> Settings:
    """Return settings with an empty data folder in a folder, which has the converted model already."""
    models = root / "data" / "models"
    models.mkdir(parents=True)
    (models / MODEL).symlink_to(model_folder)  # 470 MB: shared, not copied
    settings = Settings(data_dir=root / "data", corpus_dir=corpus, embedding_model=f"intfloat/{MODEL}")
    made = model_folder.parent / settings.part_vectors.name  # what one process of the run made, all need not make
    made.mkdir(exist_ok=True)
    settings.part_vectors.symlink_to(made)
    return settings


def write_law(folder: Path, articles: Iterable[str], title: str = "测试条例") -> Path:
    """Write an authority with short articles, numbered from 1, into a corpus folder; return its folder."""
    folder.mkdir(parents=True, exist_ok=True)
    meta = f"kind: regulation\ntitles: {{zh: {title}, en: Test Regulations}}\neffective: 2020-01-01\nstatus: in_force\n"
    (folder / "meta.yaml").write_text(meta, encoding="utf-8")
    text = "".join(f"\n## {format_article(number)}\n{article}\n" for number, article in enumerate(articles, 1))
    (folder / "zh.md").write_text(f"# {title}\n{text}", encoding="utf-8")
    return folder


def borrow_vectors(settings: Settings, own: Path = ROOT / "data" / "fayan.sqlite") -> bool:
    """Take over the vectors that another index holds, the developer's if there is one: they are kept by text and model.

    :return: Whether there is one.
    """
    if not own.is_file():
        return False
    connection = connect(settings.database)
    connection.execute("ATTACH ? AS own", (f"{own.as_uri()}?mode=ro",))
    connection.execute("INSERT OR IGNORE INTO vectors SELECT digest, model, vector FROM own.vectors")
    connection.close()
    return True


def environment(settings: Settings, **more: str) -> dict[str, str]:
    """Return the environment of a process that works with these settings and no others."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("FAYAN_")}
    own |= {"FAYAN_DATA_DIR": str(settings.data_dir), "FAYAN_CORPUS_DIR": str(settings.corpus_dir)}
    return own | {"HF_HUB_OFFLINE": "1", "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"} | more


def run_module(module: str, *arguments: str | Path, settings: Settings) -> subprocess.CompletedProcess[str]:
    """Run `python -m module arguments` to its end."""
    return run(["-m", module, *map(str, arguments)], environment(settings), timeout=TIMEOUT_S)


def short(reference: Reference) -> str:
    """Return a reference in one line: `criminal-law 285(3)`, `criminal-law 225 item 4`, `? 3` if no law is held."""
    text = "|".join(reference.authorities) or "?"
    if reference.article:
        number, inserted = reference.article
        text += f" {number}" + (f"-{inserted}" if inserted else "")
        text += f"({reference.paragraph})" if reference.paragraph else ""
        text += f" item {reference.item}" if reference.item else ""
    return text
