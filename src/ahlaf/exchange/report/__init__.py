"""A report: one HTML file to send or to print, readable without scripts and without a network.

:mod:`.content` says what goes in, :func:`page` gives the file's text. The same content gives the same bytes.
"""

from ahlaf.exchange.report.page import page

__all__ = ["page"]
