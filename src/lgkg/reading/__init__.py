"""Reading: from an article to its facts."""

from lgkg.reading.reader import read as read
