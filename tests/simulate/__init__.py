"""How often fledge speaks of series that stay where they are, and of some that do not."""
