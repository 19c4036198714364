"""Who works around a child outside the practice, and what is talked over with them?"""
