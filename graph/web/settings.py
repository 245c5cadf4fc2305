"""What a server may do, and how much of it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """How a graph is served.

    Args:
        timeout: Seconds after which a query is ended.
        rows: Rows or triples of one answer at most; what is cut says so.
        memory: Bytes that one query may take beyond what its process takes anyway.
        together: Bytes that all queries together may take; where they take more, the one that takes most is ended.
        body: Bytes of a request's body at most.
        queries: Queries that run at the same time at most.
        writable: Whether those who have the token may change what is served.
        token: What a client must send as ``Authorization: Bearer TOKEN`` to change anything; without one nobody may.
    """

    timeout: float = 30.0
    rows: int = 100_000
    memory: int = 1 << 30
    together: int = 4 << 30
    body: int = 16 << 20
    queries: int = 64
    writable: bool = False
    token: str = ""
