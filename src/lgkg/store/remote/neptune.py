"""Amazon Neptune (https://docs.aws.amazon.com/neptune/latest/userguide/): `/sparql` and `/sparql/gsp/`.

Its graph store takes one graph at a time, requests of up to 150 MB. Much is better left to its loader, which reads
gzipped N-Quads from S3 (never TriG). Its default graph is the union of all graphs. Requests are not signed: where IAM
authentication is on, a proxy has to sign them.
"""

from __future__ import annotations

from lgkg.store.remote.store import Places, RemoteStore


class Neptune(RemoteStore):
    """A Neptune cluster."""

    name = "neptune"
    own_loader = (
        "aws s3 cp {file} s3://BUCKET/graph.nq.gz && "
        "curl -X POST -H 'Content-Type: application/json' https://CLUSTER:8182/loader -d "
        '\'{{"source": "s3://BUCKET/graph.nq.gz", "format": "nquads", "iamRoleArn": "ROLE", "region": "REGION", '
        '"failOnError": "TRUE", "parallelism": "HIGH"}}\''
    )

    @classmethod
    def at(cls, url: str) -> Places:
        """Its addresses."""
        return Places(f"{url}/sparql", f"{url}/sparql/gsp/", f"{url}/sparql")
