"""What does a privacy officer look at?"""
