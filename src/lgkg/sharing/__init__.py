"""The graph for others: FollowTheMoney and Popolo, and files for bulk loaders (`parts`).

    with open_graph("out/demo") as graph:
        share(graph, "ftm", "out/demo.ftm.json")

Both are about people, posts and bodies. Neither has a place for a passage, so each statement leads to its article. What
lgkg has are sightings: nothing here says when a term began or ended.
"""

from lgkg.sharing.parts import PartsFormat, split
from lgkg.sharing.share import SharedFormat, share

__all__ = ["PartsFormat", "SharedFormat", "share", "split"]
