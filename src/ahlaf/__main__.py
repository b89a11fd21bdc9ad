"""``python -m ahlaf``: the same as the ``ahlaf`` command."""

from ahlaf.cli import main

if __name__ == "__main__":
    main(prog_name="ahlaf")
