from __future__ import annotations

import base64
import hashlib
import re

from hypothesis import given
from hypothesis import strategies as st

from lgkg.identity.mint import keep, mint

ID = re.compile(r"thing/(~?[a-z2-7]{16}|[A-Za-z0-9][A-Za-z0-9_-]{0,63})")
any_text = st.text(st.characters(), max_size=80)


def test_a_minted_id_never_changes() -> None:
    assert mint("policy", "Law", "พระราชบัญญัติเทศบาลพ.ศ.2496") == "policy/yd6hyjnqx3ccnasl"


@given(any_text)
def test_an_id_is_the_first_80_bits_of_the_digest_in_base32(name: str) -> None:
    digest = hashlib.sha256(f"thing\x1f{name}".encode("utf-8", "surrogatepass")).digest()
    assert mint("thing", name) == f"thing/{base64.b32encode(digest[:10]).decode().lower()}"


@given(any_text)
def test_ids_are_short_and_ascii_whatever_they_name(name: str) -> None:
    assert ID.fullmatch(mint("thing", name))
    assert ID.fullmatch(keep("thing", name))


@given(st.lists(any_text, max_size=3), st.lists(any_text, max_size=3))
def test_different_keys_have_different_ids(one: list[str], other: list[str]) -> None:
    told = [[part.replace("\x1f", "") for part in key] for key in (one, other)]
    assert (mint("thing", *told[0]) == mint("thing", *told[1])) == (told[0] == told[1])


def test_a_plain_id_is_kept_and_no_other_can_take_its_place() -> None:
    assert keep("article", "d01") == "article/d01"
    minted = keep("article", "ข่าว 1")
    assert keep("article", minted.partition("/")[2]) != minted
