"""How do figures leave the care without telling of one child?"""
