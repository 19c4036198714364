"""How many clicks and keys does a task take, counted where they happen: in the page?

Counted are pointer presses and key presses that do something. Not counted (ux.md 1):
typing in a text field, which the field itself counts for, and going to it (a click in
it, Tab). A choice among chips counts both as a field and as a click.
"""

from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import BrowserContext, Page

WATCH = """
(() => {
  const text = (one) => one.matches("textarea, select, [contenteditable]") ||
    (one.matches("input") && !one.matches(
      "[type=radio], [type=checkbox], [type=submit], [type=button]"));
  const named = (one) => {
    const control = one.matches("input, textarea, select") ? one
      : (one.closest("label") || {}).control;
    return control ? control.name : "";
  };
  addEventListener("pointerdown", (event) => {
    if (!event.isTrusted || !event.target.matches) return;
    window.tally(text(event.target) ? "went" : "click", named(event.target));
  }, true);
  addEventListener("keydown", (event) => {
    if (!event.isTrusted || event.repeat || !event.target.matches) return;
    if (["Shift", "Control", "Alt", "Meta"].includes(event.key)) return;
    if (event.key === "Tab") { window.tally("went", ""); return; }
    const withOther = event.ctrlKey || event.metaKey || event.altKey;
    const typing = text(event.target) && !withOther &&
      (event.key !== "Enter" || event.target.matches("textarea"));
    window.tally(typing ? "typed" : "key", named(event.target));
  }, true);
})();
"""


@dataclass
class Hands:
    """What somebody did on the pages of a window."""

    clicks: int = 0
    keys: int = 0
    went: int = 0
    fields: set[str] = field(default_factory=set)

    @property
    def actions(self) -> int:
        """Return clicks and keys together: what a budget is about."""
        return self.clicks + self.keys

    def note(self, what: str, name: str) -> None:
        """Count one event of the page."""
        self.clicks += what == "click"
        self.keys += what == "key"
        self.went += what == "went"
        if name and what in ("click", "typed"):
            self.fields.add(name)

    def rest(self) -> None:
        """Begin to count anew: the page is open."""
        self.clicks = self.keys = self.went = 0
        self.fields = set()


def watch(context: BrowserContext) -> Hands:
    """Count what is done on every page of a window from now on."""
    hands = Hands()

    def tally(_source: Any, what: str, name: str) -> None:
        hands.note(what, name)

    context.expose_binding("tally", tally)
    context.add_init_script(WATCH)
    return hands


def write(page: Page, field_name: str, words: str) -> None:
    """Type in a text field as fingers do; how one gets there is not counted."""
    page.focus(f"[name={field_name}]")
    page.keyboard.type(words)


def choose(page: Page, name: str, value: str) -> None:
    """Click a chip or a radio by its label."""
    page.locator(f"label:has(> input[name={name}][value={value!r}])").click()
