"""Pages for visitors: issues, articles, topics, corrections, reports."""
