"""Stories in and out."""
