"""Puts a graph into a triple store elsewhere, and proves that it arrived."""

from lgkg.loading.plan import Mode
from lgkg.loading.proof import Asked, Difference, Proof
from lgkg.loading.report import LoadReport
from lgkg.loading.run import JOBS, load
from lgkg.loading.sending import Progress

__all__ = ["JOBS", "Asked", "Difference", "LoadReport", "Mode", "Progress", "Proof", "load"]
