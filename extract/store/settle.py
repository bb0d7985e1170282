"""Let the folders everyone reads show what the manifest says."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

from extract.remote import AnyPath, RemotePath
from extract.store.layout import Layout, remove_partials, sync_folder, write_whole
from extract.store.manifest import Manifest, retire


def settle(layout: Layout, manifest: Manifest) -> None:
    """Make the folders everyone reads match the manifest, and remove what nobody needs.

    In this order no reader of a folder ever sees a row twice: first go files that are no more (their rows move into
    others), then files are replaced (they may shrink), then come new ones.
    """
    remove_partials(layout.files)
    remove_partials(layout.state)
    if not manifest.generation:
        return
    shown = _Shown(layout)
    for table, parts in manifest.tables.items():
        folder = layout.table(table)
        folder.mkdir(exist_ok=True)
        wanted = {f"part-{part.start}.parquet": layout.files / part.file for part in parts}
        existing = {path.name for path in folder.glob("*.parquet")}
        for name in sorted(existing - wanted.keys()):
            (folder / name).unlink(missing_ok=True)
        for name in sorted(wanted.keys() & existing) + sorted(wanted.keys() - existing):
            if not shown.already(table, name, wanted[name], exists=name in existing):
                _show(wanted[name], folder / name, layout)
        sync_folder(folder)
    shown.keep(manifest)
    retire(layout)


class _Shown:
    """Which files the folders show. On disk the files themselves tell; in object storage, where they are copies, a note does,
    written once all is as it says: what was copied and not noted is copied again."""

    def __init__(self, layout: Layout) -> None:
        self._note = layout.state / "shown.json"
        self._files: dict[str, str] = {}
        if isinstance(self._note, RemotePath) and self._note.exists():
            self._files = json.loads(self._note.read_text())

    def already(self, table: str, name: str, source: AnyPath, *, exists: bool) -> bool:
        """Whether that file is shown under that name."""
        return exists and self._files.get(f"{table}/{name}") == source.name

    def keep(self, manifest: Manifest) -> None:
        """From now on the folders show this manifest."""
        if isinstance(self._note, RemotePath):
            files = {
                f"{table}/part-{part.start}.parquet": part.file
                for table, parts in manifest.tables.items()
                for part in parts
            }
            if files != self._files:
                write_whole(self._note, lambda file: file.write(json.dumps(files, indent=0).encode()))


def _show(source: AnyPath, target: AnyPath, layout: Layout) -> None:
    """Let `target` be the same file as `source`, at once; a copy where there are no hard links."""
    if isinstance(source, RemotePath) and isinstance(target, RemotePath):
        source.copy_to(target)
        return
    assert isinstance(source, Path)
    assert isinstance(target, Path)
    assert isinstance(layout.state, Path)
    try:
        if target.samefile(source):
            return
    except FileNotFoundError:
        pass
    between = layout.state / f".{source.name}.{os.getpid()}.tmp"
    between.unlink(missing_ok=True)
    try:
        os.link(source, between)
    except OSError:
        shutil.copyfile(source, between)
    between.replace(target)
