"""Shows a network in Jupyter: the page of its picture, in a frame that can reach nothing of the notebook."""

from __future__ import annotations

import html

from lgkg.network.model import Network

TOP = 300
"""How many nodes are drawn at most; the page says how many there are."""


def frame(network: Network) -> str:
    """The picture as an HTML element.

    The page is the value of an attribute, every character escaped that could end it. The frame is sandboxed: its
    scripts run with an origin of their own, so that they see neither the notebook nor its cookies.
    """
    from lgkg.network.picture import page  # networkx and pyvis take a second to import

    return (
        '<iframe sandbox="allow-scripts allow-popups" style="width:100%;height:640px;border:1px solid #8888" '
        f'title="lgkg" srcdoc="{html.escape(page(network.top(TOP)))}"></iframe>'
    )
