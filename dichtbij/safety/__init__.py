"""Is a child safe, who weighed that, and what was decided?"""
