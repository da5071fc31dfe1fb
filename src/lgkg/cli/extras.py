"""Commands that want more than lgkg requires say so before they begin."""

from __future__ import annotations

from lgkg.errors import LgkgError


def require(extra: str) -> None:
    """Passes where an extra of lgkg is installed.

    Raises:
        LgkgError: it is not.
    """
    from lgkg.checkup import EXTRAS, absent

    if missing := absent(extra):
        raise LgkgError(
            f"{EXTRAS[extra][0]} needs {', '.join(missing)}, not installed here",
            remedy=f"Install it with: pip install 'lgkg[{extra}]'",
        )
