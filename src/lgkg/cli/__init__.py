"""The command line: one file a command, from `lgkg build` to `lgkg info`.

Each command is the verb of the same name in the Python API. What heavy rooms a command needs it imports when it runs,
so that `lgkg --help` comes at once.
"""

from lgkg.cli.app import main

__all__ = ["main"]
