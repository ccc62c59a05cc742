"""What commands do: each takes what the cursor is on, asks in a dialog, and has the desk do it."""
