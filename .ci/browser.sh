#!/bin/sh
# Make a browser and a CJK font available to the tests, where Debian's packages can be installed; say so where not.
set -eu

have() { command -v chromium >/dev/null 2>&1; }

if ! have && command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium fonts-noto-cjk; } >/dev/null 2>&1 || true
fi
if have; then echo "chromium: $(command -v chromium)"; else echo "SKIPPED: no chromium, the tests of the explorer in a browser are left out"; fi
