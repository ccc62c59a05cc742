"""The forms, each as a value: its fields, and the deed that comes of them."""
