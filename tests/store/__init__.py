"""Tests of the store: real files, real locks, real processes."""
