"""Every statistic against an implementation that is not ours."""
