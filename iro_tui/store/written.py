"""When something was last added to the store, told without reading whole tables."""

from datetime import datetime

from sqlalchemy import literal_column
from sqlmodel import Session, col, select

from iro_tui.store.tables import Stamped


def newest_writing(session: Session) -> datetime | None:
    """Return when the newest row of any table was made, in UTC; None where there is none.

    SQLite numbers rows as they are added, so the last of each table is found at once.
    """
    last = (
        session.exec(
            select(col(table.created_at))
            .order_by(literal_column(f"{table.__tablename__}.rowid").desc())
            .limit(1)
        ).first()
        for table in Stamped.__subclasses__()
    )
    return max((moment for moment in last if moment is not None), default=None)
