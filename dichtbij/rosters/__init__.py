"""Which day, room and person: a year of them, who covers, and where it is read?"""
