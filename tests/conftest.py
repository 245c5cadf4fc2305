"""Settings of all tests."""

import os

import pytest

# Tables and help are laid out for the terminal they meet; tests meet always the same one.
os.environ["COLUMNS"] = "120"
os.environ["NO_COLOR"] = "1"
os.environ.pop("FORCE_COLOR", None)

AGAIN = "runs once in CI: in the checkout, on the oldest Python"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Skip what is marked ``once`` where CI runs the tests another time (on another Python, against the wheel)."""
    if os.environ.get("ZHITU_AGAIN"):
        for item in items:
            if item.get_closest_marker("once"):
                item.add_marker(pytest.mark.skip(reason=AGAIN))
