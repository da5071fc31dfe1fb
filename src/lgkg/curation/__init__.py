"""Looking after a graph: who is who decided, explained and compared, by people."""

from lgkg.curation.deciding import Decided, Verdict, judge, merge, remove, split
from lgkg.curation.difference import Difference, diff
from lgkg.curation.explanation import Explanation, explain
from lgkg.curation.profile import Fact, Post, Profile
from lgkg.curation.reviewing import Pair, Queue, queue, review

__all__ = [
    "Decided",
    "Difference",
    "Explanation",
    "Fact",
    "Pair",
    "Post",
    "Profile",
    "Queue",
    "Verdict",
    "diff",
    "explain",
    "judge",
    "merge",
    "queue",
    "remove",
    "review",
    "split",
]
