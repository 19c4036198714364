"""What was agreed: with whom, for how long, for which hours and at what price?"""
