"""The demo town: fictional people in two real programmes."""
