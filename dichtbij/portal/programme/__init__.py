"""Pages for whoever leads a programme: set it up, agree, add practices."""
