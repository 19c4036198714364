"""The record: trajectories, contacts, goals, tasks, closing with an outcome."""
