"""Who waits, who is next, and what was offered to whom, and why?"""
