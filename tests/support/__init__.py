"""What end-to-end tests and the benchmark share: a program in a real pseudo-terminal."""
