"""A report: one HTML file to send or to print, readable without scripts and without a network; or a Word file to write in.

:mod:`.content` says what goes in, :func:`page` gives the page's text, :func:`docx` the Word file. The same content gives the same bytes.
"""

from ahlaf.exchange.report.docx import docx
from ahlaf.exchange.report.page import page

__all__ = ["docx", "page"]
