"""Pictures: the network, its matrix, and change over time, to SVG and PNG.

Every picture has a table twin (the commands' ``--format``): a picture is never the only way to what it shows.
"""

from ahlaf.network.plot.canvas import kind_of, png, save, svg
from ahlaf.network.plot.graph import draw_network
from ahlaf.network.plot.matrix import draw_matrix
from ahlaf.network.plot.timeline import draw_timeline

__all__ = ["draw_matrix", "draw_network", "draw_timeline", "kind_of", "png", "save", "svg"]
