"""Pages for everyone: the released figures of a programme that chose to show them."""
