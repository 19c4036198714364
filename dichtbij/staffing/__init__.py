"""Who may do this work, and until when is that registered?"""
