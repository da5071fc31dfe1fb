"""The graph as tables, for those who work with data frames: one definition, written by every engine alike."""

from lgkg.columns.export import arrow_schema, write_tables
from lgkg.columns.rows import Row, rows_of
from lgkg.columns.schema import TABLES, Column, Kind, Table

__all__ = ["TABLES", "Column", "Kind", "Row", "Table", "arrow_schema", "rows_of", "write_tables"]
