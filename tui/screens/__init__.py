"""One file per mode. A screen asks for a snapshot and lets widgets draw it."""
