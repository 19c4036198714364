"""The pages of each audience, built from several domains, and the wall around them."""
