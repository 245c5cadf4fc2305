"""Settings of all tests."""

import os

# Tables and help are laid out for the terminal they meet; tests meet always the same one.
os.environ["COLUMNS"] = "120"
os.environ["NO_COLOR"] = "1"
os.environ.pop("FORCE_COLOR", None)
