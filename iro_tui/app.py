"""The program on the screen: what it holds, how it calls the store, where errors surface."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Concatenate, ParamSpec, TypeVar
from uuid import UUID, uuid4

from textual.app import SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from iro_tui.commands import bindings_for, in_area, key_words
from iro_tui.domain.clock import Clock
from iro_tui.errors import NotSaved, StoreError
from iro_tui.kind_app import KindApp
from iro_tui.loading import Loading
from iro_tui.screens import routes
from iro_tui.screens.frame import Framed
from iro_tui.settings import Settings
from iro_tui.store_thread import StoreThread
from iro_tui.themes import THEMES, theme_after
from iro_tui.widgets.top_line import SaveState

if TYPE_CHECKING:
    from iro_tui.bootstrap import Loaded
    from iro_tui.documents.renderer import Renderer
    from iro_tui.domain.chair import Chair
    from iro_tui.knowledge import Knowledge
    from iro_tui.store.store import Store

P = ParamSpec("P")
ResultT = TypeVar("ResultT")

LEAVE_ANYWAY = "^s tries again. ^q again leaves all the same, and what is not saved is lost."


class IroApp(KindApp, inherit_bindings=False):
    """The program. `load` runs in the background as soon as the first screen is painted.

    `chair_reference` goes straight into that child's meeting after unlocking; `passphrase`
    unlocks at once.
    """

    TITLE = "iro"
    # The first two screens' styles come with ours: a file read later costs a parse of them all.
    CSS_PATH = ["app.tcss", "screens/unlock.tcss", "screens/paged.tcss"]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [*bindings_for("everywhere")]
    HORIZONTAL_BREAKPOINTS = [(0, "-too-narrow"), (80, "-normal"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-too-low"), (24, "-low"), (36, "-high")]  # noqa: RUF012

    knowledge: "Knowledge"
    renderer: "Renderer"

    def __init__(
        self,
        settings: Settings,
        load: "Callable[[], Loaded]",
        *,
        clock: Clock | None = None,
        new_id: Callable[[], UUID] = uuid4,
        passphrase: str = "",
        chair_reference: str = "",
        makes_store: bool = False,
    ) -> None:
        super().__init__()
        self.settings = settings
        self.clock = clock or Clock()
        self.new_id = new_id
        self.passphrase = passphrase
        self.chair_reference = chair_reference
        self.makes_store = makes_store
        self.chair: Chair | None = None
        self.save_state = SaveState()
        self._was_asked_to_stay = False
        self._loading = Loading(load)
        self._thread = StoreThread()
        self._store: Store | None = None
        for theme in THEMES:
            self.register_theme(theme)
        # Set before anything runs, so that no style is worked out twice before the first paint.
        self.set_reactive(IroApp.theme, settings.theme)
        self.stylesheet.set_variables(self.get_css_variables())
        self.set_keymap(settings.keys)

    def get_default_screen(self) -> Screen[None]:
        """Return the first screen; a screen below it would have to be painted too."""
        return super().get_default_screen() if self.makes_store else routes.unlock()

    def on_mount(self) -> None:
        """Begin with making a store where there is none."""
        if self.makes_store:
            self.push_screen(routes.first_run())

    def on_ready(self) -> None:
        """Begin loading what store and documents need, now that a screen is painted."""
        self._loading.begin()

    async def unlock(self, passphrase: str) -> None:
        """Open the store; raises WrongPassphrase, StoreInUse, NotAStore, KnowledgeError."""
        await self._begin((await self._loaded()).opened, passphrase)

    async def make_store(self, passphrase: str, chair: "Chair") -> None:
        """Make the store with its chair; raises CannotWrite and StoreError."""
        await self._begin((await self._loaded()).made, passphrase, chair)

    async def _loaded(self) -> "Loaded":
        loaded = await self._loading.done()
        self.knowledge, self.renderer = loaded.knowledge, loaded.renderer
        return loaded

    async def _begin(
        self, opens: "Callable[..., tuple[Store, Chair | None]]", *given: object
    ) -> None:
        self._store, self.chair = await self._thread.call(
            partial(opens, self.settings.store, *given, clock=self.clock, new_id=self.new_id)
        )

    async def keep_chair(self, chair: "Chair") -> None:
        """Keep the chair's details."""
        from iro_tui.services import profile  # noqa: PLC0415 - the first paint has no need of it

        self.chair = await self.store_call(profile.keep_chair, chair)

    async def enter(self) -> None:
        """Go where work goes on."""
        await routes.land(self)

    async def store_call(
        self,
        function: "Callable[Concatenate[Store, P], ResultT]",
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> ResultT:
        """Run a service on the store thread: `await app.store_call(children.find, "A-1")`."""
        if self._store is None:
            raise StoreError("The store is locked.", hint="Unlock it first.")
        return await self._thread.call(function, self._store, *args, **kwargs)

    async def file_call(
        self, function: Callable[P, ResultT], *args: P.args, **kwargs: P.kwargs
    ) -> ResultT:
        """Run other work that waits for a disk on the same thread."""
        return await self._thread.call(function, *args, **kwargs)

    def close_store(self) -> None:
        """Finish every write and close the store; the last thing before the program ends."""
        self._thread.close(self._store.close if self._store else None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Offer what needs the store only once it is open."""
        if action in ("go_to", "show"):
            return self._store is not None and not self.screen.is_modal
        return super().check_action(action, parameters)

    async def action_quit(self) -> None:
        """Leave once every screen has kept what it holds; asked a second time, leave anyway."""
        for screen in reversed(self.screen_stack):
            if isinstance(screen, Framed) and not await screen.may_leave():
                if self._was_asked_to_stay:
                    break
                self._was_asked_to_stay = True
                self.show_error(NotSaved("Not everything is saved.", hint=LEAVE_ANYWAY))
                return
        self.exit()

    @property
    def where(self) -> str:
        """The area of the screen that is on top."""
        return self.screen.where if isinstance(self.screen, Framed) else "everywhere"

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """Return every command that can be given here, named "area: verb"."""
        active = {one.binding.id for one in screen.active_bindings.values() if one.enabled}
        for command in in_area(screen.where if isinstance(screen, Framed) else "everywhere"):
            if command.in_palette and (command.id in active or not command.key):
                run = partial(self.run_action, command.action, default_namespace=screen)
                yield SystemCommand(command.name, command.help, run)

    def get_key_display(self, binding: Binding) -> str:
        """Show keys as the footer does."""
        return key_words(binding.key)

    def action_next_theme(self) -> None:
        """Change the colours."""
        self.theme = theme_after(self.theme)

    def action_help(self) -> None:
        """Show the help for where the person is."""
        more = self.screen.help_words() if isinstance(self.screen, Framed) else ""
        self.push_screen(routes.help_for(self.where, more))

    def action_go_to(self) -> None:
        """Ask where to go."""
        self.push_screen(routes.go_to(self.screen))

    def action_show(self, name: str) -> None:
        """Show a screen of routes.py by its name, unless it is on top already."""
        routes.show(self, name)
