"""A real browser without a window, spoken to over two pipes as its own tools do."""

from __future__ import annotations

import base64
import fcntl
import json
import os
import shutil
import signal
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from select import select
from typing import Any, Final

FOUND: Final = next(
    filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome", "chrome"))),
    None,
)
"""Where it is; None on a machine that has none."""
_PATIENCE: Final = 60
"""Seconds after which it is taken to hang."""
_STARTS: Final = 20
"""Seconds after which it is taken not to start."""
_QUIET: Final = (
    "--headless=new",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
    "--no-default-browser-check",
    "--hide-scrollbars",
    "--remote-debugging-pipe",
)


class DoesNotStart(Exception):
    """There is a Chromium, but not one that runs here."""


class Page:
    """One page. `complaints` is what it complained of, `asked` the addresses that it asked for.

    What its own policy kept it from asking is not among them.
    """

    def __init__(self, to: int, back: int) -> None:
        self._to, self._back, self._left, self._last = to, back, b"", 0
        self._session: str | None = None
        try:
            self.do("Browser.getVersion", patience=_STARTS)
        except (AssertionError, OSError) as error:
            raise DoesNotStart(f"{FOUND} does not start here: {error}") from error
        self._asked: dict[str, str] = {}
        self.complaints: list[str] = []
        made = self.do("Target.createTarget", url="about:blank")
        attached = self.do("Target.attachToTarget", targetId=made["targetId"], flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self.do(f"{domain}.enable")

    @property
    def asked(self) -> list[str]:
        """The addresses that were asked for since it was opened, its own first."""
        return [*self._asked.values()]

    def open(self, address: str) -> None:
        """Go to an address, and wait until everything of it has come and a frame is drawn."""
        self._asked, self.complaints, self._loaded = {}, [], False
        self.do("Page.navigate", url=address)
        while not self._loaded:
            self._hear()
        drawn = "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))"
        self.do("Runtime.evaluate", expression=drawn, awaitPromise=True)

    def tell(self, expression: str) -> Any:
        """What a JavaScript expression comes to in the page."""
        answer = self.do("Runtime.evaluate", expression=expression, returnByValue=True)
        assert "exceptionDetails" not in answer, answer
        return answer["result"].get("value")

    def look(self, wide: int, high: int, *, dark: bool = False) -> bytes:
        """The page as a picture (PNG), so many pixels wide and high."""
        scheme = {"name": "prefers-color-scheme", "value": "dark" if dark else "light"}
        self.do("Emulation.setEmulatedMedia", media="screen", features=[scheme])
        size = {"width": wide, "height": high, "deviceScaleFactor": 1, "mobile": False}
        self.do("Emulation.setDeviceMetricsOverride", **size)
        return base64.b64decode(self.do("Page.captureScreenshot", format="png")["data"])

    def printed(self, wide: float, high: float) -> bytes:
        """The page on paper of so many inches, as PDF."""
        paper = {"paperWidth": wide, "paperHeight": high, "printBackground": False}
        self.do("Emulation.setEmulatedMedia", media="", features=[])
        return base64.b64decode(self.do("Page.printToPDF", **paper)["data"])

    def on_paper(self, wide: float) -> int:
        """Lay the page out for a sheet so many inches wide, beside a dark screen; its pixels."""
        scheme = {"name": "prefers-color-scheme", "value": "dark"}
        self.do("Emulation.setEmulatedMedia", media="print", features=[scheme])
        size = {"width": int(wide * 96), "height": 1000, "deviceScaleFactor": 1, "mobile": False}
        self.do("Emulation.setDeviceMetricsOverride", **size)
        return int(wide * 96)

    def do(self, method: str, patience: float = _PATIENCE, **wanted: Any) -> Any:
        """Ask for something and wait for the answer."""
        self._last += 1
        asked = {"id": self._last, "method": method, "params": wanted}
        if self._session:
            asked["sessionId"] = self._session
        left = json.dumps(asked).encode() + b"\0"
        while left:
            left = left[os.write(self._to, left) :]
        while True:
            heard = self._hear(patience)
            if heard.get("id") == self._last:
                assert "error" not in heard, f"{method}: {heard}"
                return heard["result"]

    def _hear(self, patience: float = _PATIENCE) -> dict[str, Any]:
        """The next message; what it tells of the page is kept."""
        while b"\0" not in self._left:
            assert select([self._back], [], [], patience)[0], "the browser hangs"
            more = os.read(self._back, 1 << 20)
            assert more, "the browser has gone"
            self._left += more
        one, _, self._left = self._left.partition(b"\0")
        heard: dict[str, Any] = json.loads(one)
        told = heard.get("params", {})
        match heard.get("method"):
            case "Page.loadEventFired":
                self._loaded = True
            case "Network.requestWillBeSent":
                self._asked[told["requestId"]] = told["request"]["url"]
            case "Network.loadingFailed" if told.get("blockedReason") == "csp":
                del self._asked[told["requestId"]]
            case "Log.entryAdded":
                self.complaints.append(told["entry"]["text"])
            case "Runtime.consoleAPICalled" | "Runtime.exceptionThrown":
                self.complaints.append(json.dumps(told))
        return heard


@contextmanager
def page(folder: Path) -> Iterator[Page]:
    """A browser with one page, whose own files are in `folder`; it is ended afterwards."""
    assert FOUND
    theirs_in, to = os.pipe()
    back, theirs_out = os.pipe()
    # Above the two that the browser wants to have, so that neither stands in the other's place.
    high = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (theirs_in, theirs_out)]
    root = ("--no-sandbox",) if os.geteuid() == 0 else ()
    child = os.posix_spawn(
        FOUND,
        [FOUND, *_QUIET, *root, f"--user-data-dir={folder}", "about:blank"],
        {**os.environ, "HOME": str(folder)},
        file_actions=[
            (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_OPEN, 2, os.devnull, os.O_WRONLY, 0),
            (os.POSIX_SPAWN_DUP2, high[0], 3),
            (os.POSIX_SPAWN_DUP2, high[1], 4),
        ],
        setpgroup=0,
    )
    for end in (theirs_in, theirs_out, *high):
        os.close(end)
    try:
        yield Page(to, back)
    finally:
        os.killpg(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(to)
        os.close(back)
