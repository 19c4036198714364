"""Which hours were given, and what does the municipality owe for them?"""
