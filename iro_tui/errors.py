"""Every error that a person may see.

IroError                    what happened (message) and what to do (hint)
├── BadInput                something typed that cannot be kept as it is
│   └── BadFields           the same in a form: what is wrong, field by field
├── NotFound                no such child, review or file
├── RuleRefused             the law or the record does not allow it
├── KnowledgeError          a file of data/ is broken: file, key and line
├── TemplateError           a Word template that cannot be used
├── CannotWrite             a file or folder that cannot be written
└── StoreError              the store cannot be used
    ├── WrongPassphrase
    ├── NotAStore           the file or folder is no store of ours
    ├── StoreInUse          another program has it open
    ├── NewerStore          made by a later version
    └── NotSaved            the disk is full, read-only or gone; the text is still on screen
"""

from collections.abc import Mapping


class IroError(Exception):
    """Something went wrong in a way that a person can understand and mend."""

    exit_code = 1

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class BadInput(IroError):
    """What was typed cannot be kept; the hint says what would have worked."""

    exit_code = 2


class BadFields(BadInput):
    """A form that cannot be kept yet: `problems` maps field names to what is wrong there."""

    def __init__(self, problems: Mapping[str, str]) -> None:
        super().__init__(
            "Some of this cannot be kept as it is typed.",
            hint=" ".join(f"{name}: {problem}" for name, problem in problems.items()),
        )
        self.problems = dict(problems)


class NotFound(IroError):
    """No such child, review, decision or file."""


class RuleRefused(IroError):
    """The law, or the record's own rules, do not allow this step."""


class KnowledgeError(IroError):
    """A file of data/ cannot be read; the message names file, key and line."""


class TemplateError(IroError):
    """A Word template is no DOCX, or asks for something that is not there."""


class CannotWrite(IroError):
    """A file or folder cannot be written."""


class StoreError(IroError):
    """The store cannot be used."""


class WrongPassphrase(StoreError):
    """The passphrase does not open this store."""

    exit_code = 3


class NotAStore(StoreError):
    """The folder holds no store of ours, or the file is damaged."""


class StoreInUse(StoreError):
    """Another program has this store open."""

    exit_code = 3


class NewerStore(StoreError):
    """The store was written by a later version of iro."""


class NotSaved(StoreError):
    """A change could not be written; nothing that was saved before is lost."""
