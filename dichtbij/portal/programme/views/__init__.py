"""The screens of a project leader, one module per page."""
