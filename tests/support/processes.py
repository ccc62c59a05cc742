"""What a process and its descendants cost, read from /proc (Linux only)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path


def cpu_seconds(pid: int) -> float:
    """CPU time of all living threads of the tree, to the nanosecond.

    `/proc/PID/stat` would count ended threads too, but in steps of 10 ms, which is more than an
    idle program takes in a second.
    """
    total = 0
    for task in _tasks(pid):
        try:
            total += int((task / "schedstat").read_text().split()[0])
        except OSError:
            continue  # ended meanwhile
    return total / 1e9


def peak_memory(pid: int) -> int:
    """The largest resident size so far of each process of the tree, in bytes, added up."""
    total = 0
    for task in _tasks(pid):
        if task.name != task.parent.parent.name:
            continue  # threads share their process's memory
        try:
            found = re.search(r"VmHWM:\s*(\d+)", (task / "status").read_text())
        except OSError:
            continue
        total += int(found[1]) * 1024 if found else 0
    return total


def _tasks(pid: int) -> Iterator[Path]:
    """The folders of the threads of a process and of its descendants."""
    try:
        tasks = list(Path(f"/proc/{pid}/task").iterdir())
    except OSError:
        return
    for task in tasks:
        yield task
        try:
            children = (task / "children").read_text().split()
        except OSError:
            continue
        for child in children:
            yield from _tasks(int(child))
