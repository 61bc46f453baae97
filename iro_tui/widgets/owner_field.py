"""Who does it: a few first letters pick one of the people around the child."""

from collections.abc import Iterator, Sequence

from iro_tui.domain.owners import NOBODY, Owner, owner_of, owners_matching
from iro_tui.widgets.choice import ChoiceField


class OwnerField(ChoiceField):
    """A line for a name; a name that nobody there has is kept as typed, with a role in brackets."""

    def __init__(self, name: str, label: str, owners: Sequence[Owner], *, hint: str = "") -> None:
        options = {owner.words: owner.words for owner in owners}
        super().__init__(name, label, options, hint=hint, or_else=True)
        self._owners = tuple(owners)

    @property
    def owner(self) -> Owner:
        """Who was typed; raises BadInput for a role instead of a person."""
        typed = self.control.value.strip()
        return owner_of(typed, self._owners) if typed else NOBODY

    def _matching(self, typed: str) -> Iterator[str]:
        """Yield who fits by the beginnings of names; a part inside a name is somebody else."""
        for owner in owners_matching(self._owners, typed):
            yield owner.words
