"""The build: articles in, a graph folder out, in bounded memory and on as many cores as are given."""

from lgkg.building.inputs import listed
from lgkg.building.report import BuildReport, Progress, Stage
from lgkg.building.run import build, redact, update
from lgkg.building.tried import statuses

__all__ = ["BuildReport", "Progress", "Stage", "build", "listed", "redact", "statuses", "update"]
