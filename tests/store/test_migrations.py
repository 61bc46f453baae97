"""The tables' version: what a new store has, how an older one is brought up, what is refused."""

import stat
from collections.abc import Callable
from pathlib import Path
from shutil import copytree, ignore_patterns
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from iro_tui.domain.child import Child, Person
from iro_tui.domain.clock import Clock
from iro_tui.errors import CannotWrite, NewerStore, StoreError
from iro_tui.store import migrations, schema
from iro_tui.store.cipher import connect
from iro_tui.store.store import Store, make_store, open_store
from iro_tui.store.tables import Stamped

ADD_A_COLUMN = f"""
import sqlalchemy as sa
from alembic import op

revision = "later"
down_revision = "{schema.HEAD}"


def upgrade() -> None:
    with op.batch_alter_table("child", recreate="always") as child:
        child.add_column(sa.Column("nickname", sa.String(), nullable=False, server_default=""))
        child.drop_constraint("uq_child_reference", type_="unique")
        child.create_unique_constraint("uq_child_reference", ["reference"])
"""
BREAK_A_REFERENCE = f"{ADD_A_COLUMN}    op.execute(sa.table('child').delete())\n"
STOP_HALFWAY = f"{ADD_A_COLUMN}    op.drop_table('no_such_table')\n"


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Turn the program into a later version, whose migrations have one more step."""

    def become(step: str) -> None:
        scripts = tmp_path / "later scripts"
        copytree(migrations.SCRIPTS, scripts, ignore=ignore_patterns("__pycache__"))
        (scripts / "versions" / "later.py").write_text(step)
        monkeypatch.setattr(migrations, "SCRIPTS", scripts)
        monkeypatch.setattr(schema, "HEAD", "later")

    return become


@pytest.fixture
def reopen(store: Store, key: str, clock: Clock) -> Callable[[], Store]:
    return lambda: open_store(store.folder, key, clock=clock)


@pytest.fixture
def child(store: Store) -> Child:
    """A child with somebody around them, in a store that is closed again."""
    child = Child(uuid4(), "R-1", store.clock.today(), given_name="Amara")
    with store.work() as work:
        work.children.add(child)
        work.people.save(Person(uuid4(), child.id, "Priya"))
        work.commit()
    store.close()
    return child


def test_the_constant_for_the_newest_version_is_the_newest_script() -> None:
    scripts = ScriptDirectory.from_config(migrations.configuration())
    assert scripts.get_heads() == [schema.HEAD]


def test_a_migrated_store_has_exactly_the_tables_of_the_code(
    folder: Path, key: str, clock: Clock
) -> None:
    store = make_store(folder, key, clock=clock)
    with store._engine.connect() as sql:
        context = MigrationContext.configure(
            sql, opts={"compare_type": True, "compare_server_default": True}
        )
        assert context.get_current_revision() == schema.HEAD
        assert compare_metadata(context, Stamped.metadata) == []
    store.close()


def test_every_constraint_and_index_has_a_name_so_that_it_can_be_dropped() -> None:
    for table in Stamped.metadata.tables.values():
        for named in (*table.constraints, *table.indexes):
            assert getattr(named, "name", None), table.name


def test_every_row_has_a_key_its_times_and_who_wrote_it() -> None:
    for table in Stamped.metadata.tables.values():
        assert {"id", "created_at", "updated_at", "changed_by"} <= set(table.columns.keys())


def test_an_older_store_is_brought_up_whole_after_a_backup(
    child: Child, reopen: Callable[[], Store], next_version: Callable[[str], None]
) -> None:
    next_version(ADD_A_COLUMN)
    with reopen().work() as work:
        assert work.children.all() == (child,)
        assert [one.name for one in work.people.of_child(child.id)] == ["Priya"]
        sql = work._session.connection()
        assert sql.exec_driver_sql("SELECT nickname FROM child").scalar() == ""
        assert sql.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1


def test_the_backup_opens_under_the_same_passphrase_and_is_the_owners_alone(
    tmp_path: Path,
    clock: Clock,
    next_version: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "store"
    made = make_store(folder, "correct horse", clock=clock)
    with made.work() as work:
        work.children.add(Child(uuid4(), "R-1", clock.today()))
        work.commit()
    made.close()
    next_version(ADD_A_COLUMN)
    open_store(folder, "correct horse", clock=clock).close()
    [backup] = (folder / schema.BACKUPS).iterdir()
    assert stat.S_IMODE(backup.stat().st_mode) == 0o600
    assert stat.S_IMODE(backup.parent.stat().st_mode) == 0o700
    # Put back where a store is looked for, it opens with the version that wrote it.
    monkeypatch.undo()
    (tmp_path / "again").mkdir()
    backup.rename(tmp_path / "again" / "iro.db")
    with open_store(tmp_path / "again", "correct horse", clock=clock).work() as work:
        assert work.children.count() == 1


@pytest.mark.parametrize("step", [BREAK_A_REFERENCE, STOP_HALFWAY])
def test_a_migration_that_fails_leaves_the_store_as_it_was(
    child: Child,
    reopen: Callable[[], Store],
    next_version: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
    step: str,
) -> None:
    next_version(step)
    with pytest.raises(Exception, match=r"could not be brought up|no such table") as caught:
        reopen()
    assert isinstance(caught.value, StoreError) or step is STOP_HALFWAY
    monkeypatch.undo()
    with reopen().work() as work:
        assert work.children.all() == (child,)


def test_a_store_of_a_later_version_is_refused_and_left_alone(
    folder: Path,
    child: Child,
    reopen: Callable[[], Store],
    next_version: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    next_version(ADD_A_COLUMN)
    reopen().close()
    monkeypatch.undo()
    before = (folder / "iro.db").read_bytes()
    with pytest.raises(NewerStore) as caught:
        reopen()
    assert caught.value.hint
    assert (folder / "iro.db").read_bytes() == before


def test_a_backup_that_does_not_fit_on_the_disk_leaves_nothing_half_written(
    folder: Path,
    child: Child,
    reopen: Callable[[], Store],
    next_version: Callable[[str], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    next_version(ADD_A_COLUMN)
    (folder / schema.BACKUPS).mkdir()
    monkeypatch.setattr(schema, "connect", _full_disk)
    with pytest.raises(CannotWrite):
        reopen()
    assert list((folder / schema.BACKUPS).iterdir()) == []
    monkeypatch.undo()
    with reopen().work() as work:
        assert work.children.all() == (child,)


def _full_disk(file: Path, key: str) -> object:
    connection = connect(file, key)
    connection.execute("PRAGMA max_page_count = 2")
    return connection
