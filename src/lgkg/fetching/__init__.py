"""Fetches pages that sites offer, politely, into a folder that `lgkg build` reads.

    report = fetch(["https://www.example.go.th/feed/"], "pages")

What a site's robots.txt forbids is not fetched, nor what a server reserves from text mining (`tdm-reservation: 1`). A
host is asked one thing at a time, with a pause between; pages that have not changed are not sent again.
"""

from lgkg.fetching.fetch import FetchReport, fetch
from lgkg.fetching.limits import Limits

__all__ = ["FetchReport", "Limits", "fetch"]
