"""Pages for visitors: people, posts, bodies, areas, events."""
