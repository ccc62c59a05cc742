"""Forms and sheets: typed modal screens that are awaited and return a value."""
