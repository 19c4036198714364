"""Which figure? `./run bench` measures all, `./run bench NAME` one.

Prints one JSON object per figure: name, value, unit, n, versus, ratio.
"""

import importlib
import sys

BENCHES = ("evaluation", "import", "letters", "pages", "planner")


def main(arguments: list[str]) -> int:
    """Run the benches that were named, or all of them."""
    unknown = set(arguments) - set(BENCHES)
    if unknown:
        sys.stderr.write(f"There is no bench {unknown}; there are {BENCHES}.\n")
        return 2
    for name in arguments or BENCHES:
        importlib.import_module(f"bench.{name}").run()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
