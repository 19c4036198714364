"""The screens of practitioners and team leads, one module per page."""
