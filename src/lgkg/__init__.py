"""lgkg: Thai government press releases as a knowledge graph of people, offices, meetings and who works with whom.

    import lgkg

    facts = lgkg.read(lgkg.Article("news-1", "นายสมชาย ใจดี ผู้ว่าราชการจังหวัดระยอง เป็นประธานการประชุม"))
    report = lgkg.build(["data/samples"], "out/demo")
    graph = lgkg.open_graph("out/demo")

What is named here is what others may rely on. It is imported when it is first used, so that `import lgkg` is quick.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from lgkg.errors import (
    DataError,
    DecisionError,
    EngineError,
    GraphError,
    InputError,
    LgkgError,
    PictureError,
    QueryError,
    RemoteError,
)

if TYPE_CHECKING:
    from lgkg.article import Article
    from lgkg.building import BuildReport, build, redact, update
    from lgkg.curation import diff, explain, judge, merge, remove, review, split
    from lgkg.endpoint import RemoteGraph, open_endpoint
    from lgkg.evaluation import Evaluation, evaluate
    from lgkg.facts import Facts
    from lgkg.graph import Graph, open_graph
    from lgkg.knowledge_graph import KnowledgeGraph
    from lgkg.loading import LoadReport, load
    from lgkg.markup import facts_page, facts_record, show
    from lgkg.reading import read

__version__ = "0.1.0"

__all__ = [
    "Article",
    "BuildReport",
    "DataError",
    "DecisionError",
    "EngineError",
    "Evaluation",
    "Facts",
    "Graph",
    "GraphError",
    "InputError",
    "KnowledgeGraph",
    "LgkgError",
    "LoadReport",
    "PictureError",
    "QueryError",
    "RemoteError",
    "RemoteGraph",
    "__version__",
    "build",
    "diff",
    "evaluate",
    "explain",
    "facts_page",
    "facts_record",
    "judge",
    "load",
    "merge",
    "open_endpoint",
    "open_graph",
    "read",
    "redact",
    "remove",
    "review",
    "show",
    "split",
    "update",
]

_HOMES = {
    "Article": "lgkg.article",
    "BuildReport": "lgkg.building",
    "Evaluation": "lgkg.evaluation",
    "Facts": "lgkg.facts",
    "Graph": "lgkg.graph",
    "KnowledgeGraph": "lgkg.knowledge_graph",
    "LoadReport": "lgkg.loading",
    "RemoteGraph": "lgkg.endpoint",
    "build": "lgkg.building",
    "diff": "lgkg.curation",
    "evaluate": "lgkg.evaluation",
    "explain": "lgkg.curation",
    "facts_page": "lgkg.markup",
    "facts_record": "lgkg.markup",
    "judge": "lgkg.curation",
    "load": "lgkg.loading",
    "merge": "lgkg.curation",
    "open_endpoint": "lgkg.endpoint",
    "open_graph": "lgkg.graph",
    "redact": "lgkg.building",
    "read": "lgkg.reading",
    "remove": "lgkg.curation",
    "review": "lgkg.curation",
    "show": "lgkg.markup",
    "split": "lgkg.curation",
    "update": "lgkg.building",
}
"""Public name -> the module that defines it."""


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(_HOMES[name]), name)


def __dir__() -> list[str]:
    return sorted(__all__)
