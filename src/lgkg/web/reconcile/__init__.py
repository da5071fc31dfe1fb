"""A reconciliation service: names in tables of others, such as OpenRefine's, matched with the graph's entities.

It speaks the Reconciliation Service API 0.2 of the W3C Entity Reconciliation Community Group,
https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/.
"""

from lgkg.web.reconcile.routes import routes

__all__ = ["routes"]
