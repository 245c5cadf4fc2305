"""A client of the application, in the process of the tests: no port, and no lifespan that starts processes."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

import httpx
from starlette.types import ASGIApp


@dataclass(frozen=True, slots=True)
class Client:
    """Asks the application below ``/api``."""

    app: ASGIApp

    def send(self, method: str, path: str, **more: Any) -> httpx.Response:
        """Send a request and return the answer."""

        async def sent() -> httpx.Response:
            transport = httpx.ASGITransport(app=self.app)
            async with httpx.AsyncClient(transport=transport, base_url="http://localhost") as client:
                return await client.request(method, f"/api{path}", **more)

        return asyncio.run(sent())

    def get(self, path: str, **parameters: Any) -> Any:
        """Return the JSON that an address answers."""
        answer = self.send("GET", path, params=parameters)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def all(self, path: str, **parameters: Any) -> list[Any]:
        """Return the items of a page that holds them all."""
        page = self.get(path, limit=500, **parameters)
        assert not page["cut"]
        return list(page["items"])

    def refused(self, path: str, **parameters: Any) -> dict[str, Any]:
        """Return the problem that an address answers with."""
        answer = self.send("GET", path, params=parameters)
        assert answer.headers["content-type"] == "application/problem+json"
        found: dict[str, Any] = answer.json()
        assert found["status"] == answer.status_code
        return found
