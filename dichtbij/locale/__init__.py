"""Words in other languages than the code's."""
