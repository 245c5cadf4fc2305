"""What is worked out once is kept as long as the graph is open, not more of it than is needed, and not longer."""

import gc
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from pathlib import Path

from graph.knowledge import KnowledgeGraph
from graph.web.api import warm
from graph.web.api.addresses import ADDRESSES
from graph.web.api.routes import answer
from graph.web.api.view import _VIEWS, view_of
from graph.web.served import Served


def test_the_first_visitors_find_it_done(samples: Path) -> None:
    served = Served(samples)
    warm(served).join()

    with served.reading() as graph:
        view = _VIEWS[graph]
        assert {"names", "quotes", "overview"} <= view._shelves.keys()
        assert view_of(graph) is view
    served.close()


def test_many_at_once_make_it_once(samples: Path) -> None:
    with KnowledgeGraph.open(samples) as graph:
        numbers, view = count(), view_of(graph)
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(lambda _: view.kept("a number", lambda: next(numbers)), range(50)))

    assert set(found) == {0}
    assert next(numbers) == 1


def test_what_was_asked_for_last_is_kept(samples: Path) -> None:
    with KnowledgeGraph.open(samples) as graph:
        view, made = view_of(graph), list[int]()
        for key in (1, 2, 1, 3, 1, 2):
            view.kept("numbers", lambda key=key: made.append(key), key, most=2)  # type: ignore[misc]

    assert made == [1, 2, 3, 2]


def test_it_goes_with_the_graph(samples: Path) -> None:
    graph = KnowledgeGraph.open(samples)
    answer(graph, next(each for each in ADDRESSES if each.path == "/overview"), [])
    before = len(_VIEWS)
    graph.close()
    del graph
    gc.collect()

    assert len(_VIEWS) == before - 1


def test_all_at_once_give_the_same(samples: Path) -> None:
    table = {each.path: each for each in ADDRESSES}
    asked = [("/claims", []), ("/overview", []), ("/search", [("q", "微软")]), ("/entities/{id}", [("id", "OpenAI")])]
    with KnowledgeGraph.open(samples) as graph, ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda each: answer(graph, table[each[0]], each[1]), asked * 10))
    told = [{**each, "tookMs": 0} if "tookMs" in each else each for each in found]  # type: ignore[operator, dict-item]

    assert all(each == told[number % len(asked)] for number, each in enumerate(told))


def test_what_an_entity_is_spoken_of_in_is_the_same_for_many_threads(samples: Path) -> None:
    with KnowledgeGraph.open(samples) as graph, ThreadPoolExecutor(8) as pool:
        alone = {id_: graph.mentions_of(id_) for id_ in ("OpenAI", "NVIDIA", "Microsoft")}
        found = list(pool.map(lambda id_: (id_, graph.mentions_of(id_)), [*alone] * 10_000))

    assert all(spoken == alone[id_] for id_, spoken in found)
