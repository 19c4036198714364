"""What comes in from other systems, and how is it checked before it counts?"""
