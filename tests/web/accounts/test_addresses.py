"""Where a login leads on to."""

import pytest

from web.accounts.addresses import own_address


@pytest.mark.parametrize(
    "text", ["/", "/library/criminal-law?article=285", "/export/1.docx", "/a//b", "/%E5%88%91#x", "/?next=//x.example"]
)
def test_an_address_of_this_server_is_kept(text: str) -> None:
    assert own_address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        None, "", "//evil.example", "///evil.example", "/\\evil.example", "\\\\evil.example", "http://evil.example", "evil.example",
        "javascript:alert(1)", "/\t/evil.example", "/\n/evil.example", " //evil.example", "/x\r\nSet-Cookie: a=b", "/\x00", "/login",
        "/login?next=/login", "/logout", "/logout/", "/" + "x" * 3000, "/\u00a0/evil.example",
    ],
)  # fmt: skip
def test_all_else_leads_to_the_root(text: str | None) -> None:
    assert own_address(text) == "/"
