"""The commands, as a person at a shell meets them."""
