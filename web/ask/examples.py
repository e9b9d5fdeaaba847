"""Questions that the page offers: both languages, each of which the corpus answers."""

EXAMPLES: tuple[tuple[str, str], ...] = (
    ("en", "What amount of illegal gains counts as serious circumstances under Article 3 of the 2011 Interpretation?"),
    ("zh", "提供侵入、非法控制计算机信息系统程序、工具，违法所得多少算情节严重？"),
    ("en", "What four charges did the Zhu case in Jingzhou go through?"),
    ("zh", "荆州朱某案的罪名经历了哪些变化？"),
    ("en", "What does Guiding Case 97 (Wang Lijun) say about illegal business operations?"),
    ("zh", "指导案例97号王力军案的裁判要点是什么？"),
    ("en", "What does Article 6 of the Interim Provisions require of direct international networking?"),
    ("zh", "《计算机信息网络国际联网管理暂行规定》第六条怎么规定？"),
)
