"""A graph of two governors of one name, who may be one person: they were seen in turn in two provinces."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest

from lgkg import build

NAME = "สมชาย ใจดี"
ARTICLES = {
    "r1": ("2022-01-12", f"วันที่ 12 มกราคม 2565 นาย{NAME} ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุมคณะกรรมการจังหวัด"),
    "r2": ("2022-08-20", f"วันที่ 20 สิงหาคม 2565 นาย{NAME} ผู้ว่าราชการจังหวัดระยอง เป็นประธานเปิดโครงการจังหวัดสะอาด"),
    "r3": ("2022-08-22", f"วันที่ 22 สิงหาคม 2565 นาย{NAME} ผู้ว่าราชการจังหวัดระยอง เป็นประธานพิธีเปิดงานวันเด็ก"),
    "n1": (
        "2022-04-15",
        f"วันที่ 15 เมษายน 2565 นาย{NAME} ผู้ว่าราชการจังหวัดน่าน เป็นประธานการประชุมเตรียมรับภัยหนาว "
        "มอบหมายให้ นายพร้อม รับงาน ปลัดจังหวัดน่าน ติดตาม",
    ),
    "n2": ("2022-05-01", f"วันที่ 1 พฤษภาคม 2565 นาย{NAME} ผู้ว่าราชการจังหวัดน่าน ลงพื้นที่ตรวจเยี่ยมประชาชน"),
}


def write_articles(file: Path, *ids: str) -> Path:
    """A file of some of the articles, all unless told."""
    records = (
        {"id": id, "published": day, "url": f"https://example.go.th/{id}", "text": text}
        for id, (day, text) in ARTICLES.items()
        if id in ids or not ids
    )
    file.write_text("\n".join(json.dumps(record, ensure_ascii=False) for record in records), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def governors(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The graph, for reading only."""
    folder = tmp_path_factory.mktemp("governors")
    build([write_articles(folder / "news.jsonl")], folder / "graph")
    return folder / "graph"


@pytest.fixture
def graph(governors: Path, tmp_path: Path) -> Path:
    """A copy of it that a test may change."""
    shutil.copytree(governors, tmp_path / "graph")
    return tmp_path / "graph"
