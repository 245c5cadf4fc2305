#!/bin/sh
# Run the tests against the built wheel, in a folder that holds nothing but the tests, their settings and the notebooks.
#
# usage: wheel-test.sh VENV [pytest arguments]
# VENV is a ready environment: its uv and its locked requirements make a second one without the checkout.
set -eu

venv=$(cd "$1" && pwd)
shift
root=$(pwd)
wheel=$(ls "$root"/dist/*.whl)
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT

"$venv/bin/python" -c 'import sys; print(getattr(sys, "_base_executable", sys.executable))' >"$place/python"
"$(cat "$place/python")" -m venv --without-pip "$place/venv"
VIRTUAL_ENV="$place/venv" "$venv/bin/uv" pip install --quiet --require-hashes -r "$root/requirements/dev.txt"
VIRTUAL_ENV="$place/venv" "$venv/bin/uv" pip install --quiet --no-deps "$wheel"

mkdir "$place/empty"
# As a person does who installs nothing but the wheel: no extra, no checkout.
"$(cat "$place/python")" -m venv --without-pip "$place/plain"
VIRTUAL_ENV="$place/plain" "$venv/bin/uv" pip install --quiet --require-hashes -r "$root/requirements/runtime.txt"
VIRTUAL_ENV="$place/plain" "$venv/bin/uv" pip install --quiet --no-deps "$wheel"
(cd "$place/empty" && "$place/plain/bin/zhitu" demo -o "$place/demo" >/dev/null && "$place/plain/bin/zhitu" validate -g "$place/demo/graph")

cp -R "$root/tests" "$root/notebooks" "$root/pyproject.toml" "$place/empty/"
find "$place/empty" -name __pycache__ -type d -prune -exec rm -rf {} +
: "${ZHITU_SHARED:=$root/../shared}"
export ZHITU_SHARED
cd "$place/empty"
"$place/venv/bin/python" -W error -c 'import zhitu, extract, graph, ontology, sys
for module in (zhitu, extract, graph, ontology):
    assert "site-packages" in (module.__file__ or ""), module'
"$place/venv/bin/python" -m pytest -p no:cacheprovider "$@"
ZHITU_AGAIN='' "$place/venv/bin/python" -m pytest -p no:cacheprovider -q tests/test_notebooks.py
