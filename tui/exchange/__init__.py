"""Files in and out. Knows core and store, not the screen."""
