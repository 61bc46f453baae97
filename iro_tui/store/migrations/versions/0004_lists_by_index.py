"""Lists over all children: the caseload by kind and by IRO, meetings by their day."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    for table, columns in (
        ("child", ["next_review_kind", "next_step_due", "reference"]),
        ("child", ["iro", "next_step_due", "reference"]),
        ("meeting", ["held_on", "planned_for"]),
    ):
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
