#!/bin/sh
# List the usable Pythons of this machine, one for each version, oldest first: "3.11 /path/to/python".
#
# A name on the PATH proves nothing (a version manager's shim may stand for a version that is not there),
# so each candidate is run. Usable means 3.11 or newer with what a virtual environment needs.

probe='
import sys, venv
if sys.version_info < (3, 11):
    raise SystemExit(1)
import ensurepip
if sys.implementation.name != "cpython" or getattr(sys, "abiflags", ""):
    raise SystemExit(1)
print("%d.%d %s" % (*sys.version_info[:2], getattr(sys, "_base_executable", sys.executable)))
'

candidates() {
    old_ifs=$IFS
    IFS=:
    for dir in $PATH; do
        for name in python3.13 python3.12 python3.11 python3 python3.14 python3.15 python; do
            [ -x "$dir/$name" ] && printf '%s\n' "$dir/$name"
        done
        case $dir in
        */shims) ls -d "$dir"/../versions/*/bin/python 2>/dev/null ;;
        esac
    done
    IFS=$old_ifs
    ls -d "$HOME"/.pyenv/versions/*/bin/python "$HOME"/.local/share/uv/python/*/bin/python3 2>/dev/null
}

candidates | while read -r python; do
    "$python" -I -c "$probe" </dev/null 2>/dev/null
done | sort -t. -k1,1n -k2,2n -s -u
