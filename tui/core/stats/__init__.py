"""What ratings may say: every formula in a file of its own, `reading` where they come together.

Nothing here knows a store, a screen or a clock. Values are in points of a measure's scale.
"""
