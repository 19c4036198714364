"""Do the locks pin what is installed, and name no address?"""

from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parent.parent


@pytest.mark.parametrize("lock", sorted(CHECKOUT.glob("*.lock")), ids=lambda p: p.name)
def test_a_lock_pins_hashes_and_names_no_address(lock):
    text = lock.read_text()

    assert "--hash=sha256:" in text
    assert "://" not in text
