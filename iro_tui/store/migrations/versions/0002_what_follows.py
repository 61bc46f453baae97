"""What follows: derived dates, trackers, steps, moves, changes of status, the diary."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _new_columns()
    _tables_of_a_child()
    _tables_of_a_review()
    _tables_of_the_store()


def _new_columns() -> None:
    with op.batch_alter_table("child") as child:
        child.add_column(sa.Column("care_ends_on", sa.Date(), nullable=True))
        child.add_column(_text("iro"))
        child.add_column(sa.Column("next_step_due", sa.Date(), nullable=True))
        child.add_column(_text("next_step"))
        child.create_index("ix_child_next_step_due_reference", ["next_step_due", "reference"])
    with op.batch_alter_table("review") as review:
        for name in _REVIEW_TEXTS:
            review.add_column(_text(name))
    # The default served the rows that are there; new rows always say what they hold.
    with op.batch_alter_table("child") as child:
        for name in ("iro", "next_step"):
            child.alter_column(name, server_default=None)
    with op.batch_alter_table("review") as review:
        for name in _REVIEW_TEXTS:
            review.alter_column(name, server_default=None)


_REVIEW_TEXTS = ("late_code", "early_trigger", "early_asked_by", "early_reason", "adjourned_views")


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default="")


def _stamps() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("updated_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by", sa.Uuid(), nullable=True),
    )


def _tables_of_a_child() -> None:
    op.create_table(
        "due_item",
        *_stamps(),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("what", sa.String(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("source", sa.String(), nullable=False),
        sa.Column("opens_on", sa.Date(), nullable=True),
        sa.Column("lapses", sa.Boolean(), nullable=False),
        sa.Column("review_id", sa.Uuid(), nullable=True),
        sa.Column("subject_id", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name="fk_due_item_child_id_child"),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name="fk_due_item_review_id_review"),
        sa.PrimaryKeyConstraint("id", name="pk_due_item"),
    )
    op.create_index("ix_due_item_child_id", "due_item", ["child_id"])
    op.create_index("ix_due_item_due_on_child_id", "due_item", ["due_on", "child_id"])
    op.create_table(
        "tracked",
        *_stamps(),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("tracker", sa.String(), nullable=False),
        sa.Column("last_on", sa.Date(), nullable=True),
        sa.Column("due_on", sa.Date(), nullable=True),
        sa.Column("note", sa.String(), nullable=False),
        sa.Column("not_needed", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name="fk_tracked_child_id_child"),
        sa.UniqueConstraint("child_id", "tracker", name="uq_tracked_child_id_tracker"),
        sa.PrimaryKeyConstraint("id", name="pk_tracked"),
    )
    op.create_table(
        "status_change",
        *_stamps(),
        sa.Column("child_id", sa.Uuid(), nullable=False),
        sa.Column("happened_on", sa.Date(), nullable=False),
        sa.Column("change", sa.Text(), nullable=False),
        sa.Column("before", sa.String(), nullable=False),
        sa.Column("after", sa.String(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["child_id"], ["child.id"], name="fk_status_change_child_id_child"),
        sa.PrimaryKeyConstraint("id", name="pk_status_change"),
    )
    op.create_index("ix_status_change_child_id", "status_change", ["child_id"])


def _tables_of_a_review() -> None:
    op.create_table(
        "step_done",
        *_stamps(),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("step", sa.String(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=False),
        sa.Column("note", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(["review_id"], ["review.id"], name="fk_step_done_review_id_review"),
        sa.UniqueConstraint("review_id", "step", name="uq_step_done_review_id_step"),
        sa.PrimaryKeyConstraint("id", name="pk_step_done"),
    )
    op.create_table(
        "review_move",
        *_stamps(),
        sa.Column("review_id", sa.Uuid(), nullable=False),
        sa.Column("moved_on", sa.Date(), nullable=False),
        sa.Column("from_day", sa.Date(), nullable=False),
        sa.Column("to_day", sa.Date(), nullable=False),
        sa.Column("reason", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["review_id"], ["review.id"], name="fk_review_move_review_id_review"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_review_move"),
    )
    op.create_index("ix_review_move_review_id", "review_move", ["review_id"])


def _tables_of_the_store() -> None:
    op.create_table(
        "derived",
        *_stamps(),
        sa.Column("counted_by", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_derived"),
    )
    op.create_table(
        "diary_entry",
        *_stamps(),
        sa.Column("about", sa.String(), nullable=False),
        sa.Column("uid", sa.String(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("cancelled", sa.Boolean(), nullable=False),
        sa.UniqueConstraint("about", name="uq_diary_entry_about"),
        sa.PrimaryKeyConstraint("id", name="pk_diary_entry"),
    )
