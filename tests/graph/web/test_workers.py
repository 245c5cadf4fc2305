"""Processes that queries run in: memory is bounded, for each and for all."""

import asyncio
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from graph.web.problems import Problem
from graph.web.settings import Settings
from graph.web.standing import Built
from graph.web.workers import Workers

GROWING = "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l } ORDER BY ?c ?f ?i"
EASY = "SELECT ?who { ?who zt:supplies ?whom }"

needs_proc = pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="looks at memory the way Linux shows it")


def job(workers: Workers, query: str) -> dict[str, Any]:
    more = {"base": "http://localhost/", "default": (), "named": (), "union": True, "rows": 1000, "size": 1 << 20}
    return {"do": "query", "query": query, "into": str(workers.spool()), "timeout": 60, "format": "json", **more}


async def asked(folder: Path, settings: Settings, *queries: str, seconds: Iterable[float | None] = ()) -> list[Any]:
    """Put queries at the same time; return the replies and what was raised.

    Args:
        folder: The graph.
        settings: What a query may take.
        queries: What to ask.
        seconds: How long each may take, where that is not in the settings.
    """
    workers, standing = Workers(settings), Built(folder)
    try:
        place = await standing.newest()
        limits = list(seconds) or [None] * len(queries)
        running = [workers.run(place, job(workers, query), limit) for query, limit in zip(queries, limits, strict=True)]
        return list(await asyncio.gather(*running, return_exceptions=True))
    finally:
        workers.close()


@needs_proc
@pytest.mark.parametrize(
    "settings",
    [Settings(timeout=60, memory=100 << 20), Settings(timeout=60, together=150 << 20)],
    ids=["each", "together"],
)
def test_a_query_that_takes_too_much_memory_is_ended_and_others_are_not(settings: Settings, small: Path) -> None:
    hungry, easy = asyncio.run(asked(small, settings, GROWING, EASY))

    assert isinstance(hungry, Problem)
    assert hungry.status == 422
    assert easy["rows"] == 1


def test_what_waits_too_long_for_its_turn_is_told_so(small: Path) -> None:
    counting = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n ?o }"
    first, second = asyncio.run(asked(small, Settings(queries=1), counting, EASY, seconds=(3, 1)))

    assert [first.status, second.status] == [504, 503]
    assert second.headers["Retry-After"]


def test_more_queries_than_may_run_at_once_take_turns(small: Path) -> None:
    replies = asyncio.run(asked(small, Settings(queries=3), *[EASY] * 40))

    assert [reply["rows"] for reply in replies] == [1] * 40
