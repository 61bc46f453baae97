"""Steps from one version of the tables to the next, run by Alembic on an open connection.

A new column is a field in tables/, a step in versions/ that adds it (with a server default, for
the rows that are there), and the step's number as HEAD in schema.py. A test compares the tables
that the steps make with those of the code, and says what is missing.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent


def configuration() -> Config:
    """Return Alembic's settings: no file, no address, no passphrase."""
    config = Config()
    # ConfigParser reads % as the start of a variable.
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    return config


def upgrade(connection: Connection) -> None:
    """Run every step that is still to do, inside the connection's transaction."""
    config = configuration()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def known_versions() -> set[str]:
    """Return the revisions that this version of the program knows."""
    scripts = ScriptDirectory.from_config(configuration())
    return {step.revision for step in scripts.walk_revisions()}
