"""From the file of a client to a finished report."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

from tui.core.clients import Client
from tui.core.manners import Manners
from tui.core.measures import Rater
from tui.core.reports import Asked, Layout, Wanted
from tui.exchange.report.gather import report
from tui.exchange.report.out import put
from tui.store import between, record
from tui.store.openfile import OpenFile


def made(
    file: OpenFile,
    client: Client,
    wanted: Wanted,
    layout: Layout,
    today: date,
    view: Rater = Rater.CLIENT,
    manners: Manners = Manners(),
) -> str:
    """The report as text in a layout; raises `Unknown` and, for an odd period, `ValueError`."""
    known = record.reviewing(file, client, today, manners=manners)
    told = report(known, between.between(file, client, today), wanted, view, manners)
    match layout:
        case Layout.HTML:
            from tui.exchange.report.html import html  # late: it alone loads Jinja2

            return html(told)
        case Layout.MARKDOWN:
            from tui.exchange.report.markdown import markdown

            return markdown(told)
        case Layout.TEXT:
            from tui.exchange.report.plain import text

            return text(told)


def written(
    file: OpenFile,
    client: Client,
    asked: Asked,
    today: date,
    view: Rater,
    manners: Manners,
    *,
    replace: bool = False,
) -> str:
    """Write the report to its place and tell its whole path; raises as `made` and `out.put`."""
    text = made(file, client, asked.wanted, asked.layout, today, view, manners)
    return str(put(text.encode(), Path(os.path.expanduser(asked.place)), replace=replace))
