"""Pictures as text: a series, a size and a palette in, lines of coloured text out.

`plot` is the only importer of plotext, which costs more to load than the first paint of the whole
screen; import it when a picture is wanted, not before.
"""
