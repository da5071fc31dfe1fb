"""The build: articles in, a graph folder out, in bounded memory and on as many cores as are given."""

from lgkg.building.report import BuildReport, Progress, Stage
from lgkg.building.run import build, listed, redact, update
from lgkg.building.tried import statuses

__all__ = ["BuildReport", "Progress", "Stage", "build", "listed", "redact", "statuses", "update"]
