"""What is installed works away from the checkout; what is published names no machine of ours."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import sysconfig
import venv
import zipfile
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import pytest

import tui

ROOT: Final = Path(__file__).resolve().parents[1]
STORIES: Final = {"ade_and_kit", "dev", "ines", "noor", "rowan", "sam"}
HOSTS: Final = (
    "py" + "pi.org",
    "python" + "hosted",
    "registry.n" + "pmjs",
    "index" + "-url",
    "arti" + "factory",
    "dev" + "pi",
    "local" + "host",
)
"""Where packages are fetched from is each reader's own business."""
OURS: Final = re.compile(r"(?<![\w.~-])/(?:wo" + r"rk|ro" + r"ot)(?:/|\b)")


def test_the_wheel_is_whole_and_runs_elsewhere(tmp_path: Path) -> None:
    """One test, since building is what takes long."""
    wheel = _built(tmp_path / "dist")
    _holds_what_it_should(wheel)
    command = _installed(wheel, tmp_path / "venv")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    env = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "TMPDIR": str(elsewhere),
        "FLEDGE_FILE": str(elsewhere / "me.fledge"),
    }

    def run(*words: str, code: int = 0) -> str:
        done = subprocess.run(
            [command, *words], cwd=elsewhere, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == code, done.stderr
        return done.stdout or done.stderr

    assert run("--version") == f"fledge {tui.__version__}\n"
    rows = dict(line.rsplit(maxsplit=1) for line in run("where").splitlines())
    inside = (tmp_path / "venv").resolve()
    for name, file in (("styles", "app.tcss"), ("sample data", "rowan.json")):
        assert Path(rows[name]).resolve().is_relative_to(inside), rows
        assert (Path(rows[name]) / file).is_file()
    assert "Confidence 7" in run("rate", "confidence", "7")
    assert "Confidence" in run("show")
    assert "textual" in run("doctor")
    assert "needs a terminal" in run("demo", code=1)


def _built(folder: Path) -> Path:
    """The wheel, by the tool that everybody has; without an index where that is possible."""
    alone = ["--no-build-isolation", "--no-index"] if find_spec("hatchling") else []
    command: list[str | Path] = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        *alone,
    ]
    subprocess.run([*command, "--wheel-dir", folder, ROOT], check=True, capture_output=True)
    (wheel,) = folder.glob("fledge-*.whl")
    return wheel


def _holds_what_it_should(wheel: Path) -> None:
    names = {*zipfile.ZipFile(wheel).namelist()}
    assert {"tui/styles/app.tcss", "tui/py.typed"} <= names
    report = "tui/exchange/report/templates"
    assert {f"{report}/{name}" for name in ("report.html", "report.css", "picture.svg")} <= names
    kept = {f"tui/sample_data/{story}.json" for story in (*STORIES, "private/rowan")}
    assert {n for n in names if "sample_data" in n} == kept, "the stories, and not their generator"
    missing = {p.relative_to(ROOT).as_posix() for p in (ROOT / "tui").rglob("*.py")} - names
    assert not missing
    tops = {n.split("/")[0] for n in names}
    assert tops == {"tui", f"fledge-{tui.__version__}.dist-info"}
    assert not [n for n in names if "test" in n.lower() or "__pycache__" in n]


def _installed(wheel: Path, folder: Path) -> Path:
    """The command of a fresh environment that sees our dependencies, but not our checkout."""
    venv.create(folder, symlinks=True)
    python = folder / "bin" / "python"
    # A folder that a .pth file names is searched, but .pth files in it, such as that of an
    # editable install, are not read.
    paths = sysconfig.get_paths(vars={"base": str(folder), "platbase": str(folder)})
    purelib = Path(paths["purelib"])
    (purelib / "dependencies.pth").write_text(sysconfig.get_paths()["purelib"] + "\n")
    install: list[str | Path] = [sys.executable, "-m", "pip", "--python", python, "install"]
    quiet = ["--quiet", "--no-index", "--no-deps", "--no-compile", "--ignore-installed"]
    subprocess.run([*install, *quiet, wheel], check=True, capture_output=True)
    return folder / "bin" / "fledge"


def _published() -> list[Path]:
    """Every file under version control; in an archive without it, every file."""
    done = subprocess.run(
        ["git", "-C", ROOT, "ls-files", "-z"], capture_output=True, text=True, check=False
    )
    if done.returncode == 0:
        return [ROOT / name for name in done.stdout.split("\0") if name]
    found = (p for p in ROOT.rglob("*") if p.is_file())
    return [p for p in found if not any(part.startswith(".") for part in p.relative_to(ROOT).parts)]


def test_no_file_names_a_registry_or_a_place_of_one_machine() -> None:
    told = []
    for path in _published():
        if not path.is_file():
            continue
        for number, line in enumerate(path.read_text("utf-8", "replace").splitlines(), 1):
            if OURS.search(line) or any(host in line for host in HOSTS):
                told.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    assert not told, "\n".join(told)


@pytest.mark.parametrize("name", ["styles", "sample_data"])
def test_what_ships_is_found_in_a_checkout(name: str) -> None:
    from tui import resources

    assert resources.folder(name) == ROOT / name
