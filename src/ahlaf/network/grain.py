"""How fine a mass is, where balance is asked for."""

GRAIN = 3
"""Masses are rounded to thousandths, so that proofs are in whole numbers."""
