"""How does a test run what is asynchronous, whatever else runs in its thread?

Playwright leaves its own loop running in the main thread for as long as a browser is
open, and asyncio refuses a second one there. A thread of its own has none.
"""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

T = TypeVar("T")


def run(coroutine: Coroutine[Any, Any, T]) -> T:
    """Run it to its end and return its answer, or raise what it raised."""
    with ThreadPoolExecutor(max_workers=1) as thread:
        return thread.submit(asyncio.run, coroutine).result()
