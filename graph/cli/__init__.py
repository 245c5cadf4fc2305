"""The command line: one module per command, results on standard output, messages on standard error."""

from graph.cli.app import app, main

__all__ = ["app", "main"]
