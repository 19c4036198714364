"""What municipality and GPs decide together on what was evaluated."""
