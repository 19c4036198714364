"""Commands of ./run."""
