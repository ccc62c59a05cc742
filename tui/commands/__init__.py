"""One class per command. Key bindings, footer, palette, key sheet and README table come from it."""
