"""What is true, tested without a file or a screen."""
