"""The page where people ask the graph: questions to fill in, an editor for SPARQL, answers as table or drawing.

The page finds out what is asked and writes it as SPARQL; its scripts (`assets/asking/`) put that to `/sparql`, as they
do with whatever somebody writes there. So there is one way to an answer, with one set of limits.
"""

from lgkg.web.asking.page import routes

__all__ = ["routes"]
