"""Tests of commands and their keys."""
