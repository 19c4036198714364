"""Does paper carry the colour its programme has on screen?"""

import pytest

from dichtbij.shared.accent import ACCENT, THEMES, accent_of


@pytest.mark.parametrize("theme", sorted(THEMES.glob("*.css")), ids=lambda p: p.stem)
def test_each_theme_has_an_accent_that_can_be_read_on_white(theme):
    accent = accent_of(theme.stem)

    assert accent in theme.read_text()
    assert contrast_on_white(accent) >= 4.5


@pytest.mark.parametrize("slug", ["", "unknown", "../look/dichtbij", "/etc/passwd"])
def test_a_programme_without_a_theme_gets_ours(slug):
    assert accent_of(slug) == ACCENT


def contrast_on_white(colour: str) -> float:
    """Source: WCAG 2.2, relative luminance."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
