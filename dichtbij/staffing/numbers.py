"""Does a number look like one of this register? Its form only: nobody is looked up.

Source: LR-101; the lengths are [K]: SKJ nine digits, BIG eleven.
"""

DIGITS = {"skj": 9, "big": 11}


def tidied(number: str) -> str:
    """Return the number without the spaces and dots people write between digits."""
    return "".join(sign for sign in number if sign not in " .-\u00a0")


def looks_like(register: str, number: str) -> bool:
    """Tell whether a number has the form of this register's."""
    digits = tidied(number)
    whole = digits.isascii() and digits.isdigit()
    return whole and len(digits) == DIGITS.get(register)
