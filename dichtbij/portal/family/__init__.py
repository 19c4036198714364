"""The pages of a family: a parent, a young person, each with an entry of their own."""
