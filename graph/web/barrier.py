"""What the kernel refuses to the processes that queries run in: connections to anywhere (seccomp, on Linux)."""

from __future__ import annotations

import ctypes
import platform
import struct
import sys
from typing import Final

_ALLOW, _REFUSE = 0x7FFF0000, 0x00050000 | 13  # 13: EACCES
_LOADING, _EQUAL, _AT_LEAST, _RETURN = 0x20, 0x15, 0x35, 0x06
_MACHINES: Final = {"x86_64": (0xC000003E, 41), "aarch64": (0xC00000B7, 198)}  # its number, and that of socket()
_RING: Final = 425  # io_uring_setup()
_OTHER_NUMBERS: Final = 0x40000000  # those of another table of calls
_NO_NEW_PRIVILEGES, _SECCOMP, _FILTER = 38, 22, 2


def close_off() -> bool:
    """Forbid this process to open connections, for good; return whether the system can."""
    machine = _MACHINES.get(platform.machine())
    if sys.platform != "linux" or machine is None:
        return False
    program = ctypes.create_string_buffer(_program(*machine))
    header = ctypes.create_string_buffer(struct.pack("HL", len(program.raw) // 8, ctypes.addressof(program)))
    libc = ctypes.CDLL(None)
    return bool(libc.prctl(_NO_NEW_PRIVILEGES, 1, 0, 0, 0) == 0 and libc.prctl(_SECCOMP, _FILTER, header, 0, 0) == 0)


def _program(machine: int, socket: int) -> bytes:
    """Return the filter: ``socket()`` and what could stand for it are refused, everything else is allowed."""
    steps = [
        (_LOADING, 0, 0, 4),  # the machine
        (_EQUAL, 0, 5, machine),
        (_LOADING, 0, 0, 0),  # the number of the call
        (_AT_LEAST, 2, 0, _OTHER_NUMBERS),
        (_EQUAL, 1, 0, socket),
        (_EQUAL, 0, 1, _RING),
        (_RETURN, 0, 0, _REFUSE),
        (_RETURN, 0, 0, _ALLOW),
    ]
    return b"".join(struct.pack("HBBI", *step) for step in steps)
