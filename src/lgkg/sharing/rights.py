"""Whose the data are: what whoever publishes a graph has to tell."""

from __future__ import annotations

RIGHTS = {
    "en": "Names and codes of places: GeoThai, CC-BY-4.0; their items in Wikidata: CC0. Passages are quotations of the "
    "press releases, which keep the rights that they had. Facts are free of rights.",
    "th": "ชื่อและรหัสของสถานที่มาจาก GeoThai สัญญาอนุญาต CC-BY-4.0 รายการใน Wikidata เป็น CC0 "
    "ข้อความที่อ้างเป็นของผู้เผยแพร่ข่าวแต่ละแห่ง ส่วนข้อเท็จจริงไม่มีลิขสิทธิ์",
}
LICENCE = "https://creativecommons.org/licenses/by/4.0/"
PLACES = "https://github.com/GeoThai/data"
"""Where names and codes of places come from; theirs is the licence."""
