"""English, as the code speaks it."""
