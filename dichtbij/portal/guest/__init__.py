"""The pages of a guest: someone outside, asked to talk about one child."""
