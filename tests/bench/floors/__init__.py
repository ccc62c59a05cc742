"""The smallest Textual programs that fledge is compared with. Each runs as a script.

They set what fledge sets before it imports Textual: no animations, 240 frames a second at most.
Without that a comparison would measure Textual's frame clock (16 ms), not the program.
"""
