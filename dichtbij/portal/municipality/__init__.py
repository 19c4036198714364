"""Pages for the municipality: agreements and figures, never a child."""
