"""Named policies: laws, strategies, projects, policies and agreements.

`mentions` finds where they are named, by `heads`, `laws` and `plans`, and with `names` where a name ends; `groups`
gathers the mentions of each.
"""

from lgkg.reading.policies.groups import merged
from lgkg.reading.policies.mentions import policies

__all__ = ["merged", "policies"]
