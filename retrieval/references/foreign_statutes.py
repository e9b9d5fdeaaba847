"""Foreign statutes that are known by a name of their own, each with the place whose law it is."""

import re

STATUTES = {
    "the European Union": re.compile(
        r"(?<![a-z])GDPR(?![a-z])|\bDigital Services Act\b|通用数据保护条例", re.IGNORECASE
    ),
    "the United States": re.compile(
        r"(?<![A-Za-z])(?:CFAA|DMCA|CCPA|HIPAA|Computer Fraud and Abuse Act|First Amendment)(?![A-Za-z])|计算机欺诈和滥用法"
    ),
}
ANY = "|".join(f"(?:{pattern.pattern})" for pattern in STATUTES.values())
