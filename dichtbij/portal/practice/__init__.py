"""Pages for GPs and practice assistants."""
