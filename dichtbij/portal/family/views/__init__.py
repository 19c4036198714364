"""The screens of a family, one file per thing it came for."""
