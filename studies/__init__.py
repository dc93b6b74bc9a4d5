"""Simulations that show what the measure is worth. For development only: they need numpy and are in no package."""
