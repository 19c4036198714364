"""Where does one stand, and which rows does PostgreSQL open there?

The second wall (architecture.md 2, rulings.md R1): a row opens when its programme is
the active one AND its holder OR its practice OR that very client is in the context.
The context is set per transaction by `stand` and nowhere else; without it, no rows.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any, Self

from django.db import connection, models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.models.constraints import BaseConstraint

# Django calls with a model; its type hints allow None.
Table = Any

SETTINGS = ("programme", "holders", "practices", "clients", "user")


@dataclass(frozen=True)
class Standing:
    """The place of one active membership: what its holder may meet.

    Ids are database keys; `role` is a value of `permissions.Role`, or "system".
    """

    user_id: int
    role: str
    programme_id: int | None = None
    organisation_id: int | None = None
    holders: tuple[int, ...] = ()
    practices: tuple[int, ...] = ()
    clients: tuple[int, ...] = ()
    membership_id: int | None = None
    # For a family: who of it one is, as the wall of the request found out.
    member_id: int | None = None
    network_point: str = ""
    trace_id: str = ""

    def settings(self) -> list[str]:
        """Return the values of the settings, in the order of SETTINGS."""
        return [
            "" if self.programme_id is None else str(self.programme_id),
            ",".join(map(str, self.holders)),
            ",".join(map(str, self.practices)),
            ",".join(map(str, self.clients)),
            str(self.user_id),
        ]


_current: ContextVar[Standing | None] = ContextVar("standing", default=None)


def standing() -> Standing | None:
    """Return where we stand now, or None outside any place."""
    return _current.get()


def _tell_database(where: Standing | None) -> None:
    values = where.settings() if where else [""] * len(SETTINGS)
    calls = ", ".join(f"set_config('dichtbij.{name}', %s, true)" for name in SETTINGS)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {calls}", values)


@contextmanager
def stand(where: Standing) -> Iterator[Standing]:
    """Stand at `where` until the block ends. Needs an open transaction."""
    before = _current.get()
    token = _current.set(where)
    try:
        _tell_database(where)
        yield where
    finally:
        _current.reset(token)
    # Only after success: a failed transaction takes no more commands, and its
    # settings end with it.
    _tell_database(before)


_ONE = "(SELECT nullif(current_setting('dichtbij.{0}', true), '')::bigint)"
_MANY = "ANY ((SELECT string_to_array(current_setting('dichtbij.{0}', true), ',')::bigint[])::bigint[])"  # noqa: E501
_OPENS = {"holder": "holders", "practice": "practices", "id": "clients"}


class Wall(BaseConstraint):
    """Row-level security as one line among a model's constraints.

    `Wall("holder", "practice", "id")` on the root: the active programme and one of
    these. `Wall("client")` below it: ask the client's wall. `Wall("user")`: only its
    user. `Wall("holder")`: the employer alone, shut for practice, family and partner.
    USING and WITH CHECK are one test; ENABLE and FORCE are always both set.
    """

    def __init__(self, *opens: str, name: str) -> None:
        self.opens = opens
        super().__init__(name=name)

    def condition(self, model: type[models.Model]) -> str:
        """Return the SQL condition under which a row of `model` opens."""
        if self.opens == ("user",):
            return f"user_id = {_ONE.format('user')}"
        if len(self.opens) == 1 and self.opens[0] not in _OPENS:
            field = model._meta.get_field(self.opens[0])
            root = field.related_model._meta.db_table  # type: ignore[union-attr]
            column = field.column  # type: ignore[union-attr]
            inside = f"EXISTS (SELECT 1 FROM {root} w WHERE w.id = {column})"  # noqa: S608
            return f"{column} IS NULL OR {inside}" if field.null else inside
        either = " OR ".join(
            f"{'client_id' if name == 'client' else model._meta.get_field(name).column}"  # type: ignore[union-attr]
            f" = {_MANY.format(_OPENS.get(name, name + 's'))}"
            for name in self.opens
        )
        return f"programme_id = {_ONE.format('programme')} AND ({either})"

    def create_sql(
        self, model: Table, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """Return the statements that raise the wall."""
        table, test = model._meta.db_table, self.condition(model)
        return (
            f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY; "
            f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY; "
            f"CREATE POLICY {self.name} ON {table} USING ({test}) WITH CHECK ({test})"
        )

    def remove_sql(
        self, model: Table, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """Return the statement that takes the policy away; the table stays shut."""
        return f"DROP POLICY {self.name} ON {model._meta.db_table}"

    def constraint_sql(
        self, model: Table, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """Wait for the table: this may be folded into CreateModel."""
        if schema_editor is not None:
            schema_editor.deferred_sql.append(self.create_sql(model, schema_editor))
        return ""

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: Any = None,
        using: str = "default",
    ) -> None:
        """Do nothing: PostgreSQL judges."""

    def deconstruct(self) -> tuple[str, Sequence[Any], dict[str, Any]]:
        """Return what a migration writes."""
        path = f"{type(self).__module__}.{type(self).__qualname__}"
        return path, self.opens, {"name": self.name}

    def __eq__(self, other: object) -> bool:
        return isinstance(other, type(self)) and self.deconstruct() == (
            other.deconstruct()
        )

    def __hash__(self) -> int:
        return hash((type(self), self.opens, self.name))

    def clone(self) -> Self:
        """Return a copy."""
        return type(self)(*self.opens, name=self.name)


class AppendOnly(Wall):
    """UPDATE, DELETE and TRUNCATE are taken away by privilege and by trigger."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)

    def create_sql(
        self, model: Table, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """Return the statements that freeze what was written."""
        table = model._meta.db_table
        return (
            f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM dichtbij_app; "
            f"CREATE TRIGGER {self.name} BEFORE UPDATE OR DELETE ON {table} "
            "FOR EACH ROW EXECUTE FUNCTION dichtbij_refuse_change()"
        )

    def remove_sql(
        self, model: Table, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """Return the statement that drops the trigger; the privilege stays away."""
        return f"DROP TRIGGER {self.name} ON {model._meta.db_table}"

    def clone(self) -> Self:
        """Return a copy."""
        return type(self)(name=self.name)


class Published(Wall):
    """The stats role may read this table: it holds released figures only."""

    def __init__(self, *, name: str) -> None:
        super().__init__(name=name)

    def create_sql(
        self, model: Table, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """Return the statement that lets the stats role read."""
        return f"GRANT SELECT ON {model._meta.db_table} TO dichtbij_stats"

    def remove_sql(
        self, model: Table, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """Return the statement that shuts the table for it again."""
        table = model._meta.db_table
        return f"REVOKE SELECT ON {table} FROM dichtbij_stats"  # noqa: S608

    def clone(self) -> Self:
        """Return a copy."""
        return type(self)(name=self.name)
