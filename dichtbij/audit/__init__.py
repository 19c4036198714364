"""Who looked at or changed what, and the doors through which that happens."""
