"""Dichtbij: a municipality's programme of youth practitioners in GP practices.

From a first referral to the decision to keep the programme.
"""
