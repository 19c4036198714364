"""Pages about what municipality and GPs decide together: no record stands in them."""
