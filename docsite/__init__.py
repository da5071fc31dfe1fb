"""The documentation as a website: what of it is made, and how."""
