"""The commands of the shell: each reads or writes the file once, prints, and is gone.

Nothing here imports the screen but `dashboard`, and that only when a screen is wanted.
"""
