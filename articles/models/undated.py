"""The key that sorts what has no date behind everything that has one."""

from datetime import date

#: Internal sort key of undated rows; never shown and never a date of anything.
UNDATED = date.min
