"""The encrypted store: the only place that knows SQLModel, SQLAlchemy, SQLCipher and Alembic."""
