"""What is still open when someone leaves, and who takes each of it over?"""
