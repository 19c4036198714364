"""Mail and text messages on their way out, for every domain above."""
