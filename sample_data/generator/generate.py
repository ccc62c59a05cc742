"""Write the sample stories and a therapist's notes, or check that the files are what would be.

    python sample_data/generator/generate.py            writes all of them
    python sample_data/generator/generate.py --check    exits 1, naming each file that differs

The same figures and code give the same bytes, on every machine and on every day.
"""

import argparse
import json
import sys
from pathlib import Path

import others
import rowan
import rowan_private
from layout import readable

HERE = Path(__file__).resolve().parent
STORIES = HERE.parent


def generated() -> dict[str, bytes]:
    """Return the content of every file by its name; private notes are in a folder of their own."""
    figures = json.loads((HERE / "figures.json").read_text(encoding="utf-8"))
    stories = {"rowan.json": rowan.build(figures)} | others.build(figures["ends"])
    documents = {**stories, "private/rowan.json": rowan_private.build(figures)}
    return {name: readable(one).encode("utf-8") for name, one in documents.items()}


def stale(files: dict[str, bytes], folder: Path) -> list[str]:
    """Return the names of the files in `folder` that are missing or differ."""
    paths = {name: folder / name for name in files}
    return [
        name
        for name, path in paths.items()
        if not path.is_file() or path.read_bytes() != files[name]
    ]


def main(arguments: list[str] | None = None) -> int:
    """Run the command; return 1 when a check finds a file that differs."""
    parser = argparse.ArgumentParser(description="Write the sample stories.")
    parser.add_argument("--check", action="store_true", help="write nothing; name stale files")
    checking = parser.parse_args(arguments).check
    files = generated()
    if not checking:
        for name, content in files.items():
            (STORIES / name).parent.mkdir(exist_ok=True)
            (STORIES / name).write_bytes(content)
        return 0
    different = stale(files, STORIES)
    for name in different:
        print(f"{name} is not what generate.py writes; run it again.", file=sys.stderr)
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
