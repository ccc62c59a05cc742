"""The terminal: taken over, read, given back. What this needs of Textual's private parts is here.

Textual's own driver leaves the terminal raw when it is asked to end, spins when the window has
closed, dies of one byte that is not UTF-8 and waits in its threads. `tests/app/test_textual_parts`
fails when an upgrade changes what is relied on here.
"""

from __future__ import annotations

import asyncio
import os
import select
import signal
import sys
import termios
import threading
from codecs import getincrementaldecoder
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import partial
from math import inf
from queue import Full
from time import monotonic
from typing import Any, Final

from rich.console import RenderableType
from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.app import App
from textual.driver import Driver
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message
from textual.message_pump import MessagePump
from textual.screen import Screen
from textual.widget import Widget

from tui import ending
from tui.core.text import clean

PASTE_PATIENCE: Final = 2.0
"""Seconds after which a paste without an end is taken as it is, and keys are keys again."""
_FASTER_THAN_HANDS: Final = 100
"""Characters within PASTE_PATIENCE that no keyboard sends: a large paste on a slow line goes on."""
_KEY_LOOK: Final = 0.05
"""Seconds between two looks whether somebody who has a key is still there."""
_KEY_PATIENCE: Final = 5.0
"""Seconds after which a key is no longer waited for by the next: somebody is busy with it."""
_SCREEN_PATIENCE: Final = 1.0
"""Seconds that a key waits at most for what the one before has asked for."""
_OUTPUT_PATIENCE: Final = 1.0
"""Seconds that a terminal gets to take the last output when the program was asked to end."""
_LEAVING_PATIENCE: Final = 2.0
"""Seconds that the program gets to end in order; after that it is ended."""
_GIVEN_BACK: Final = (
    "\x1b[?2026l\x1b[?2004l\x1b[?7h\x1b[?2048l\x1b[?1000l\x1b[?1003l\x1b[?1015l\x1b[?1006l"
    "\x1b[?1016l\x1b[<u\x1b[?1049l\x1b[?25h\x1b[?1004l"
)
"""Takes back every mode that is set, whatever state the program is in."""


class Outlet:
    """What Textual's output thread writes to: UTF-8 in any locale, and no exception ever.

    `lost` is called, in that thread, when the terminal has gone.
    """

    _MOST = 1 << 16

    def __init__(self, fileno: int, lost: Callable[[], None]) -> None:
        self._fileno, self._lost = fileno, lost
        self._kept: list[str] = []
        self._size = 0

    def fileno(self) -> int:
        """The terminal."""
        return self._fileno

    def write(self, text: str) -> None:
        """Keep `text` for the next flush."""
        self._kept.append(text)
        self._size += len(text)
        if self._size > self._MOST:
            self.flush()

    def flush(self) -> None:
        """Send what was kept, in one piece."""
        data = memoryview("".join(self._kept).encode("utf-8", "replace"))
        self._kept.clear()
        self._size = 0
        while data:
            try:
                data = data[os.write(self._fileno, data) :]
            except BlockingIOError:  # another program on this terminal has set it so
                select.select([], [self._fileno], [])
            except OSError:
                self._lost()
                return


class Keyboard:
    """Turns bytes into events: keys, mouse, pastes, and the terminal's answers."""

    def __init__(self) -> None:
        self._decode = getincrementaldecoder("utf-8")("replace").decode
        self._parser = XTermParser()
        self._before = ""  # the end of what was read: a mark may arrive in two pieces
        self._pasted: list[str] | None = None
        self._due = 0.0
        self._came = 0

    def patience(self) -> float | None:
        """Seconds after which `waited` is to be called if nothing comes; None for never."""
        due = self._parser._timeout_time  # noqa: SLF001
        if self._pasted is not None:
            due = min(due or inf, self._due)
        return None if due is None else max(0.0, due - monotonic())

    def feed(self, data: bytes) -> Iterator[Message]:
        """What these bytes mean, with what came before them."""
        text = self._decode(data)
        while text:
            if self._pasted is None:
                keys, text, begins = self._split(text, BRACKETED_PASTE_START)
                yield from self._typed(keys)
                if begins:
                    self._pasted, self._came = [], 0
                    self._due = monotonic() + PASTE_PATIENCE
            else:
                piece, text, ends = self._split(text, BRACKETED_PASTE_END)
                self._pasted.append(piece)
                self._came += len(piece)
                if ends:
                    yield from self._paste("".join(self._pasted)[: -len(BRACKETED_PASTE_END)])
        yield from self.waited()

    def waited(self) -> Iterator[Message]:
        """What has become clear because nothing more came: Escape alone, a paste without an end."""
        if self._pasted is not None and monotonic() >= self._due:
            if self._came > _FASTER_THAN_HANDS:
                self._came, self._due = 0, monotonic() + PASTE_PATIENCE
            else:
                yield from self._paste("".join(self._pasted))
        yield from self._understood(self._parser.tick)

    def _split(self, text: str, mark: str) -> tuple[str, str, bool]:
        """`text` up to the end of the mark, the rest, and whether the mark is there."""
        joined = self._before + text
        at = joined.find(mark)
        if at < 0:
            self._before = joined[1 - len(mark) :]
            return text, "", False
        end = at + len(mark) - len(self._before)
        self._before = ""
        return text[:end], text[end:], True

    def _typed(self, text: str) -> Iterator[Message]:
        for character in text:  # one by one: what is not understood takes nothing with it
            yield from self._understood(partial(self._parser.feed, character))

    def _paste(self, text: str) -> Iterator[Message]:
        """One event with the text; the parser, that only saw its beginning, sees its end."""
        self._pasted = None
        self._before = ""
        for _ in self._typed(BRACKETED_PASTE_END):
            pass  # an empty paste
        yield events.Paste(text.replace("\x00", ""))

    def _understood(self, parse: Callable[[], Any]) -> Iterator[Message]:
        """What the parser makes of it; after a sequence that it cannot bear it begins anew."""
        try:
            yield from parse()
        except Exception:
            self._parser = XTermParser()


class TerminalDriver(LinuxDriver):
    """Textual's driver, that gives the terminal back whatever happens.

    Signals only leave word with the event loop; what they ask for is done there, in order.
    """

    def __init__(self, app: App[Any], **options: Any) -> None:
        super().__init__(app, **options)
        self._size = self._size or self._get_terminal_size()  # else stdin's, which may be another
        out = sys.__stdout__
        self._outlet = Outlet(out.fileno() if out else 1, self._hung_up)
        self._file: Any = self._outlet
        self._wake_read, self._wake_write = os.pipe()
        self._reading = False
        self._paused = False
        self._code = 0
        self._until = inf
        self._last_resort = threading.Timer(_LEAVING_PATIENCE, self._abandon)
        self._last_resort.daemon = True

    # Ending.

    def end(self, code: int) -> None:
        """Have the program end with this exit code; for a signal handler or any thread."""
        if self._code:
            return
        self._code = code
        self._until = monotonic() + _OUTPUT_PATIENCE
        with suppress(RuntimeError):  # two threads noticed at once
            self._last_resort.start()
        self._soon(self._leave)

    def _leave(self) -> None:
        app = self._app
        if isinstance(app, TerminalApp):
            app.leave(self._code)

    def _hung_up(self) -> None:
        self.end(ending.HUNG_UP)

    def _abandon(self) -> None:
        """End a program that does not end: it hangs somewhere in its own code."""
        if self.attrs_before is not None:
            with suppress(termios.error):
                termios.tcsetattr(self.fileno, termios.TCSANOW, self.attrs_before)
        with suppress(OSError, ValueError):
            if select.select([], [self._outlet.fileno()], [], 0)[1]:
                os.write(self._outlet.fileno(), _GIVEN_BACK.encode())
        os._exit(self._code)

    def _soon(self, what: Callable[[], None]) -> None:
        with suppress(RuntimeError):  # the loop is closed: the program is ending as it is
            self._loop.call_soon_threadsafe(what)

    # Taking the terminal and giving it back.

    def start_application_mode(self) -> None:
        """Take the terminal over."""
        self._reading = True
        ending.tell(self.end)
        self._loop.set_exception_handler(_noted)
        super().start_application_mode()  # type: ignore[no-untyped-call]

    def stop_application_mode(self) -> None:
        """Give the terminal back."""
        super().stop_application_mode()
        if self._mouse_pixels:
            self.write("\x1b[?1016l")

    def disable_input(self) -> None:
        """End the input thread; it is woken, so nobody waits for it."""
        self._reading = False
        os.write(self._wake_write, b"\0")
        super().disable_input()

    def write(self, data: str) -> None:
        """Hand output to the output thread; nothing is written to a terminal that is not ours."""
        writer = self._writer_thread
        while writer is not None and monotonic() < self._until:
            with suppress(Full):
                writer._queue.put(data, timeout=0.1)  # noqa: SLF001
                return

    def close(self) -> None:
        """Wait until the terminal has taken everything, or has had the time for it."""
        if self._code:
            self._last_resort.cancel()
        writer, self._writer_thread = self._writer_thread, None
        if writer is None:
            return
        while writer.is_alive() and monotonic() < self._until:
            with suppress(Full):
                writer._queue.put(None, timeout=0.1)  # noqa: SLF001
                break
        writer.join(None if self._until == inf else max(0.0, self._until - monotonic()))

    # Stopped by the shell, and continued.

    def _sigtstp_application(self, *_: object) -> None:
        self._soon(self._pause)

    def _sigcont_application(self, *_: object) -> None:
        self._soon(self._come_back)

    def _pause(self) -> None:
        if self._auto_restart and not self._paused:
            self.suspend_application_mode()
            self._paused = self._must_signal_resume = True
        os.kill(os.getpid(), signal.SIGSTOP)

    def _come_back(self) -> None:
        """Take the terminal again: whoever had it meanwhile may have changed anything about it."""
        if self._code or not self._auto_restart:
            return
        if not self._paused:  # stopped without a warning
            self.suspend_application_mode()
        self.resume_application_mode()
        # In the background it cannot be had; then we are stopped, and come here once more.
        self._paused = self._writer_thread is None
        if not self._paused:
            self._app.refresh(layout=True)

    # Reading.

    def _run_input_thread(self) -> None:
        try:
            self.run_input_thread()
        except Exception as error:
            broken = error
            self._soon(lambda: self._app._handle_exception(broken))  # noqa: SLF001

    def run_input_thread(self) -> None:
        """Read until the terminal is given back or has gone; no CPU time while nothing comes."""
        keyboard = Keyboard()
        while self._reading:
            sources = [self.fileno, self._wake_read]
            ready = select.select(sources, [], [], keyboard.patience())[0]
            if self._wake_read in ready:
                os.read(self._wake_read, 64)
                continue
            come = keyboard.waited()
            if ready:
                try:
                    data = os.read(self.fileno, 4096)
                except BlockingIOError:  # another program on this terminal has set it so
                    continue
                except OSError:
                    data = b""
                if not data:
                    self._hung_up()
                    return
                come = keyboard.feed(data)
            for event in come:
                self.process_message(event)


class TerminalApp(App[None]):
    """An app that leaves the terminal as it found it, and says nothing of a client in a crash."""

    crash = ""
    """The sentence about a crash that ended the program; to be told when the screen is gone."""
    _sized: Size | None = None
    _followed: events.Event | None = None
    """The key that is on its way, if one is."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._typed_ahead: deque[events.Key | events.Paste] = deque()

    def get_driver_class(self) -> type[Driver]:
        """Ours, whatever the environment says."""
        return TerminalDriver

    def parting(self) -> None:
        """The program ends without having been asked by its person; called once, before it does.

        What is still only on the screen can be handed to the store here, which finishes what was
        asked of it. There is no time to wait or to ask.
        """

    def leave(self, code: int) -> None:
        """End with this exit code, whatever is on the screen."""
        self.parting()
        self.exit(return_code=code)

    async def on_event(self, event: events.Event) -> None:
        """Keep keys in their order, and clean what is pasted.

        A stock line of input would hand a paste on to the terminal as it is. And it takes a letter
        as soon as it comes, while Tab has first to go all the way up from it to the app: on a slow
        line, where many keys come at once, the name would go into the field before its own.
        """
        if isinstance(event, events.Paste):
            event.text = clean(event.text, multiline=True)
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
            return
        self._typed_ahead.append(event)
        if self._followed is None:
            await self._next_key()

    async def _next_key(self) -> None:
        """Hand on the keys that wait, up to one that has to be followed to whoever takes it.

        Letters of a text cannot overtake one another.
        """
        self._followed = None
        while self._typed_ahead and self._followed is None:
            event = self._typed_ahead.popleft()
            first = self.focused or self.screen
            if not _writes(event, first):
                self._followed = event
            await super().on_event(event)
            if self._followed:
                self._follow(event, first, monotonic())

    def _follow(self, event: events.Event, pump: MessagePump, since: float) -> None:
        """Go up from `pump` to the app, each time behind the key in the queue of messages."""
        if event is not self._followed:
            return
        while pump is not self:
            above = pump._parent or self  # noqa: SLF001
            if pump.call_later(self._follow, event, above, since):
                self._look_after(event, pump, since)
                return
            pump = above
        self.call_later(self._arrived, event)

    def _look_after(self, event: events.Event, pump: MessagePump, since: float) -> None:
        """Go on where `pump` was taken down with what was in its queue, or is busy for long."""

        def look() -> None:
            late = monotonic() - since > _KEY_PATIENCE
            if pump._closing or pump._closed or late:  # noqa: SLF001
                self._follow(event, self if late else pump._parent or self, since)  # noqa: SLF001
            elif event is self._followed:
                loop.call_later(_KEY_LOOK, look)

        loop = asyncio.get_running_loop()
        loop.call_later(_KEY_LOOK, look)

    def takes_keys(self) -> bool:
        """Whether what the last key asked for is there, for the next one to be meant for."""
        return True

    async def _arrived(self, event: events.Event, since: float | None = None) -> None:
        if event is not self._followed:
            return
        since = since or monotonic()
        if self.takes_keys() or monotonic() - since > _SCREEN_PATIENCE:
            await self._next_key()
        else:
            loop = asyncio.get_running_loop()
            loop.call_later(_KEY_LOOK / 10, self.call_later, self._arrived, event, since)

    async def _on_resize(self, event: events.Resize) -> None:
        """A window that was another size in between has lost what stood there; draw all again.

        The first two events only tell of the size at the start.
        """
        size, self._sized = self._sized, self._size
        if size is not None and (event.size == self._size or self._resize_timer is not None):
            self.refresh(layout=True)

    def panic(self, *_: RenderableType) -> None:
        """End; what Textual would print here may hold what a person wrote."""
        self._return_code = 1
        self._close_messages_no_wait()

    def _handle_exception(self, error: Exception) -> None:
        if self._exception is None:
            self._exception = error  # raised again by a pilot, in tests
            self._exception_event.set()
        if self._exit:
            return  # it ends already, perhaps before everything was there
        self.panic()
        if not (self.crash or self.is_headless):
            self.crash = _recorded(error)
            with suppress(Exception):
                self.parting()


def _writes(event: events.Event, focused: MessagePump) -> bool:
    """Whether a key is a letter that goes into a text at once."""
    if not (isinstance(event, events.Key) and event.is_printable and isinstance(focused, Widget)):
        return False
    return focused.check_consume_key(event.key, event.character)


STOCK_RESIZE: Final = Screen._on_resize  # noqa: SLF001


async def _resize(screen: Screen[Any], event: events.Resize) -> None:
    """Only the present size counts.

    A screen tells itself of each new size; with two of them on their way at once it would change
    from one to the other and back, and do nothing else ever again.
    """
    if event.size == screen.app.size:
        await STOCK_RESIZE(screen, event)


setattr(Screen, "_on_resize", _resize)  # noqa: B010 - a handler is called by its name


def _noted(_: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Log what broke in a callback of the loop, which asyncio would print with its message."""
    if isinstance(broken := context.get("exception"), BaseException):
        _recorded(broken)


def _recorded(error: BaseException) -> str:
    from tui.crash import record

    return record(error)
