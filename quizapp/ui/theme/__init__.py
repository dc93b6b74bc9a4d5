"""The design system: colours, type scale, spacing, icons."""
