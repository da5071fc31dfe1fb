"""The same build on Apache Spark, for more articles than one machine should read; see `docs/scale.md`."""

from lgkg.building.spark.run import build_on_spark

__all__ = ["build_on_spark"]
