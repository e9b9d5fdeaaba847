"""Indexes: for questions on procedure, on penalties and on what is done with a judgment; and of added documents."""

from contextlib import closing

import pytest

from ingest.documents import add_document
from ingest.sync import sync
from retrieval.index import Index, open_index
from retrieval.settings import Settings
from retrieval.store.database import connect
from tests.shared import IndexOf
from tests.support import SMALL, write_law

_PROCEDURE = (
    *SMALL,
    "administrative-litigation-law",
    "administrative-penalty-law",
    "administrative-reconsideration-law",
    "criminal-procedure-law",
    "electronic-data-provisions-2016-22",
    "guangzhou-baiyun-2021-41",
    "interpretation-1998-surrender",
    "interpretation-2019-15-network-crime",
    "interpretation-2021-1-criminal-procedure",
    "miit-notice-2017-32",
    "notice-2011-155-state-provisions",
    "penalty-gong-shouning-2024",
    "penalty-ma-chengde-2023",
    "personal-information-protection-law",
    "prosecutors-cybercrime-rules-2021",
    "prosecutors-procedure-rules-2019",
    "provisions-2001-temporal-effect",
    "provisions-2014-property-execution",
    "provisions-2017-confiscation",
    "public-security-punishments-law",
    "public-security-punishments-law-2012",
    "sentencing-guidance-2021-21",
    "spc-research-office-illegal-gains",
    "telecom-licence-measures-2017",
)


@pytest.fixture(scope="session")
def procedure_index(index_of: IndexOf) -> Index:
    """The small corpus with the laws on procedure, penalties and remedies, and what stands beside them; not to be changed."""
    return index_of("procedure", _PROCEDURE)


STATUTE = """# 青龙市网络接入管理办法

第一条　为了规范网络接入，制定本办法。

第二条　接入活动应当登记。

第三条　有下列情形之一的，处三千元以上一万元以下罚款：
（一）擅自设立接入点的；
（二）拒绝检查的。
情节严重的，处一万元以上五万元以下罚款。
"""
JUDGMENT = """刑事判决书

（2021）沪0115刑初1234号

被告人张三通过网店销售软件，违法所得四万元。张三不服此前的(2020)沪0115刑初77号判决。

判处被告人张三有期徒刑三年，缓刑四年，并处罚金二万元。
"""
CONTRACT = """Service Agreement

The Provider is Falcon Networks Ltd.

The Agreement may be terminated on 60 days' written notice.
"""


@pytest.fixture(scope="session")
def added(settings: Settings, tmp_path_factory: pytest.TempPathFactory) -> tuple[Index, dict[str, str]]:
    """An index of two articles and of documents, and the documents' ids by file; `other.md` is another user's."""
    root = tmp_path_factory.mktemp("added")
    (root / "data").mkdir()
    (root / "data" / "models").symlink_to(settings.data_dir / "models")
    write_law(root / "corpus" / "regulations" / "own-law", ["渡轮应当登记。", "渡轮不得超载。", "渡轮应当年检。"])
    own, keys = Settings(data_dir=root / "data", corpus_dir=root / "corpus"), {}
    others = STATUTE.replace("青龙", "白鹭")
    files = {"statute.md": STATUTE, "judgment.txt": JUDGMENT, "contract.txt": CONTRACT, "other.md": others}
    with closing(connect(own.database)) as connection:
        for name, text in files.items():
            owner = "wang" if name == "other.md" else "li"
            keys[name] = add_document(connection, name, text.encode(), owner)[0].id
    sync(own, progress=False)
    return open_index(own), keys
