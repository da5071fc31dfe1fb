"""Draws a network as one HTML file that needs nothing else: no server, no network, no other file."""

from lgkg.network.picture.page import page

__all__ = ["page"]
