#!/bin/sh
# Look at the explorer in a browser: on the samples, and on a graph of some 100,000 claims of made-up articles.
set -eu

command -v chromium >/dev/null 2>&1 || {
    echo "SKIPPED: no chromium to look at the explorer with"
    exit 0
}
place=.ci-out/large
rm -rf "$place"
mkdir -p "$place"
.venv/bin/python benchmarks/articles.py "$place/articles" >"$place/log"
.venv/bin/zhitu build "$place/articles" -g "$place/graph" --workers 2 >>"$place/log" 2>&1
ZHITU_AGAIN='' ZHITU_LARGE_GRAPH="$place/graph" .venv/bin/python -m pytest tests/graph/web/explorer
rm -rf "$place"
