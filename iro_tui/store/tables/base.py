"""What every table has: a key of its own, and who wrote it when."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from sqlalchemy import MetaData
from sqlmodel import Field, SQLModel


class Stamped(SQLModel):
    """A row with its key, its times in UTC, and the chair (by id) who wrote it last.

    Keys are made by whoever makes the value, so that the stores of several laptops can one day
    be brought together.
    """

    # Unnamed constraints cannot be dropped by a later migration.
    metadata: ClassVar[MetaData] = MetaData(
        naming_convention={
            "ix": "ix_%(table_name)s_%(column_0_N_name)s",
            "uq": "uq_%(table_name)s_%(column_0_N_name)s",
            "fk": "fk_%(table_name)s_%(column_0_name)s_%(referred_table_name)s",
            "pk": "pk_%(table_name)s",
        }
    )
    __table_args__: ClassVar[Any] = ()

    id: UUID = Field(primary_key=True)
    created_at: datetime
    updated_at: datetime
    changed_by: UUID | None = None
