"""Which colour does paper carry? The accent of the programme's theme, as on screen."""

import re
from functools import lru_cache
from pathlib import Path

THEMES = Path(__file__).parent / "static" / "themes"
ACCENT = "#0b6060"
TOKEN = re.compile(r"--voorbeeld-kleuren-violet-500:\s*(#[0-9a-f]{6})\b", re.IGNORECASE)


@lru_cache(maxsize=100)
def accent_of(slug: str) -> str:
    """Return the accent of a programme, at least 4.5:1 on white; ours without one."""
    theme = THEMES / f"{Path(slug).name}.css"
    found = TOKEN.search(theme.read_text()) if theme.is_file() else None
    return found[1] if found else ACCENT
