"""A report to take home: what is told (`gather`), and its three layouts."""
