"""The events that an article reports: which, when and where, and who took part in which role.

`reported` finds them, with the help of `titles`, `carried_out`, `listed` and `others`; `scene` tells who does what to
whom; `participation` who took part; `setting`, `days` and `venue` when and where.
"""

from lgkg.reading.events.carried_out import Event
from lgkg.reading.events.participation import presences
from lgkg.reading.events.reported import events
from lgkg.reading.events.scene import Scene
from lgkg.reading.events.setting import organizer, setting

__all__ = ["Event", "Scene", "events", "organizer", "presences", "setting"]
