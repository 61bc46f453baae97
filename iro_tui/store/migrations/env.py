"""What Alembic runs for each command: the open connection is handed in."""

from alembic import context

from iro_tui.store.tables import Stamped

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Stamped.metadata,
    render_as_batch=True,
)
with context.begin_transaction():
    context.run_migrations()
