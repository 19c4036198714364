// How does one walk through a grid with the keyboard? One tab stop, then arrows, Home,
// End, Page Up and Page Down; Enter opens what is there. Without it every cell is a link.
"use strict";
for (const table of document.querySelectorAll("table[data-grid]")) {
  // A year is wider than the page: this week is what one came for.
  const now = table.querySelector("th[aria-current]");
  if (now) table.parentElement.scrollLeft = now.offsetLeft - table.parentElement.clientWidth / 2;
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].slice(1));
  const target = (cell) => cell.querySelector("a") || cell;
  const PAGE = 5;
  let at = [0, 0];
  for (const row of rows) for (const cell of row) target(cell).tabIndex = -1;
  const first = rows.findIndex((row) => row.some((cell) => cell.querySelector("a")));
  if (first < 0) continue;
  at = [first, rows[first].findIndex((cell) => cell.querySelector("a"))];
  target(rows[at[0]][at[1]]).tabIndex = 0;

  const go = (row, column) => {
    row = Math.max(0, Math.min(rows.length - 1, row));
    column = Math.max(0, Math.min(rows[row].length - 1, column));
    target(rows[at[0]][at[1]]).tabIndex = -1;
    at = [row, column];
    const here = target(rows[row][column]);
    here.tabIndex = 0;
    here.focus();
  };
  const moves = {
    ArrowLeft: () => go(at[0], at[1] - 1),
    ArrowRight: () => go(at[0], at[1] + 1),
    ArrowUp: () => go(at[0] - 1, at[1]),
    ArrowDown: () => go(at[0] + 1, at[1]),
    Home: (event) => go(event.ctrlKey ? 0 : at[0], 0),
    End: (event) => go(event.ctrlKey ? rows.length - 1 : at[0], Infinity),
    PageUp: () => go(at[0] - PAGE, at[1]),
    PageDown: () => go(at[0] + PAGE, at[1]),
  };
  table.addEventListener("keydown", (event) => {
    const move = moves[event.key];
    if (!move || event.altKey || event.metaKey || !event.target.closest("td")) return;
    event.preventDefault();
    move(event);
  });
  table.addEventListener("focusin", (event) => {
    const cell = event.target.closest("td");
    if (!cell) return;
    const row = rows.findIndex((cells) => cells.includes(cell));
    if (row < 0) return;
    target(rows[at[0]][at[1]]).tabIndex = -1;
    at = [row, rows[row].indexOf(cell)];
    target(cell).tabIndex = 0;
  });
}
