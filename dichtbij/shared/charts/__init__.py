"""What does a figure look like? Drawings made here, each with its twin, a table.

Pure: data and translated words go in, SVG comes out. It prints alike in a page and in a
PDF. What there is and how to show it: docs/look.md.
"""
