from tests.decisions.conftest import asked, heard, prepared, rosa

__all__ = ["asked", "heard", "prepared", "rosa"]
