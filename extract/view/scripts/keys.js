// The keyboard: to the next and the previous fact, to the search, back, and help.

const HELP = document.getElementById("help");

/** Choose the fact `step` rows further among those that are shown. */
function move(step) {
  const rows = ROWS.filter(({ row }) => !row.hidden).map(({ row }) => row);
  if (!rows.length) return;
  const at = chosen ? rows.indexOf(chosen.row) : step > 0 ? -1 : rows.length;
  const row = rows[Math.min(Math.max(at + step, 0), rows.length - 1)];
  choose(row.dataset.row, "keys");
  if (!NARROW.matches) row.querySelector(".open").focus({ preventScroll: true });
}

function escape() {
  BOX.value = "";
  BOX.blur();
  filter();
  unchoose();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || HELP.open) return;
  const writing = event.target.matches("input:not([type=checkbox])");
  if (event.key === "Escape") escape();
  else if (writing) return;
  else if (event.key === "/") BOX.focus();
  else if (event.key === "?") HELP.showModal();
  else if (event.key === "j" || (event.key === "ArrowDown" && !PAPER.contains(event.target))) move(1);
  else if (event.key === "k" || (event.key === "ArrowUp" && !PAPER.contains(event.target))) move(-1);
  else return;
  if (NARROW.matches && event.key === "/") showTab("facts");
  event.preventDefault();
});
document.querySelector(".tabs").addEventListener("keydown", (event) => {
  if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
  const name = document.body.dataset.tab === "facts" ? "document" : "facts";
  showTab(name);
  document.getElementById(`tab-${name}`).focus();
});
document.getElementById("help-open").addEventListener("click", () => HELP.showModal());

// A page opened at a fact, from a link that someone sent.
if (location.hash.startsWith("#f-")) choose(location.hash.slice(3), "elsewhere");
