"""Why a file could not be read: one class per reason, each message says what a person can do about it."""

from __future__ import annotations


class ReadError(Exception):
    """A file, or a part of it, could not be read. `str()` of it is one sentence that says what to do."""


class Encrypted(ReadError):
    """The file is protected by a password."""


class Damaged(ReadError):
    """The file is cut off, corrupt or lacks a part it cannot do without."""


class TooLarge(ReadError):
    """Reading the file would cost more memory or time than any report needs (zip bombs, endless nesting)."""


class Unsupported(ReadError):
    """The file is of a kind that is not read."""


class MissingProgram(ReadError):
    """A program that this kind of file is read with is not installed, or does not start."""
