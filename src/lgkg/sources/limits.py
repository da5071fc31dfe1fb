"""How much one input may hold, so that a hostile or mistaken file costs neither the memory nor the day.

The longest of 3,692 real press releases has under 60,000 letters; the limits leave a hundred times that.
"""

ARTICLE_BYTES = 5_000_000
"""The text of one article, in UTF-8."""

LINE_BYTES = 16_000_000
"""One line of JSON Lines: the text of an article with each Thai letter written as `\\uXXXX` takes twice its bytes."""

JSON_BYTES = 64_000_000
"""One `.json` file, which is read as a whole."""

GZIP_RATIO = 200
"""How many times its size a gzipped file may unpack to, once it is past `GZIP_FREE`; Thai text packs about 10 times."""

GZIP_FREE = 100_000_000
"""Bytes that a gzipped file may unpack to at any ratio."""

ID_LETTERS = 500
"""The id of an article."""

PAGE_BYTES = 10_000_000
"""A web page."""

DOCUMENT_BYTES = 64_000_000
"""A document or a spreadsheet, which is read as a whole."""

DOCUMENT_PAGES = 500
"""Pages of a PDF."""

ZIP_ENTRIES = 100_000
"""Files in a zipped input."""

TABLE_CELL = 32_767
"""Letters of a cell that spreadsheets hold at most; a longer text was cut by them."""
