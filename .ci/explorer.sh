#!/bin/sh
# Build the page of `zhitu serve` anew from its source and show that the committed files are just these.
# Without Node this cannot be shown: it says so and leaves it.
set -eu

if ! node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null; then
    echo "SKIPPED: no Node 20.19 or newer to build the explorer with"
    exit 0
fi
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
mkdir -p "$place/web"
(cd graph/web && tar --exclude node_modules -cf - explorer) | tar -xf - -C "$place/web"
(cd "$place/web/explorer" && { npm ci --silent || npm ci --silent; } && npm run --silent build) >"$place/log" 2>&1 || {
    cat "$place/log"
    echo "the explorer does not build"
    exit 1
}
diff -r graph/web/static "$place/web/static" || {
    echo "graph/web/static is not what its source gives: run make explorer and commit the result"
    exit 1
}
echo "building the explorer anew gives the same files"
