"""The commands of `python -m web`, each in a module of its own."""
