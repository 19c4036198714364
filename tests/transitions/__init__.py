"""Tests of changes in which nothing may float."""
