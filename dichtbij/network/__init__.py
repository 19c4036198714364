"""What leaves the record: letters and feedback to the GP."""
