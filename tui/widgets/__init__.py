"""Parts of a screen. They know core and charts, never the store: they emit, screens decide."""
