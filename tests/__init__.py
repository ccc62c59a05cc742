"""Tests: core, store, charts, exchange, shell, app (pilot), e2e (pseudo-terminal), bench."""
