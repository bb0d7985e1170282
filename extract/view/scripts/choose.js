// One fact is chosen at a time: its row is open in the list, its places shine on the page.

const PLACES = new Map(); // fact_id → boxes or marks
for (const one of document.querySelectorAll("[data-fact]")) {
  const id = one.dataset.fact;
  if (PLACES.has(id)) PLACES.get(id).push(one);
  else PLACES.set(id, [one]);
}
const VALUES = new Map(); // fact_id of a value → its button
for (const one of document.querySelectorAll("[data-value]")) VALUES.set(one.dataset.value, one);
const NARROW = window.matchMedia("(max-width: 52rem)");
const STILL = window.matchMedia("(prefers-reduced-motion: reduce)");
let chosen = null; // { id, row }

/** The row that shows a fact. */
function rowOf(id) {
  const button = VALUES.get(id);
  return button ? button.closest("tr") : document.getElementById(`f-${id}`);
}

function placesOf(id, row) {
  const ids = id === row.dataset.row ? [...row.dataset.places.split(" "), ...[...row.querySelectorAll("[data-value]")].map((one) => one.dataset.value)] : [id];
  return ids.flatMap((one) => PLACES.get(one) || []);
}

/** Choose a fact; what the person looks at already is not scrolled: `from` is "document" or "list". */
function choose(id, from) {
  const row = rowOf(id);
  if (!row) return;
  unchoose();
  chosen = { id, row };
  row.classList.add("chosen");
  row.closest("details").open = true;
  row.hidden = false;
  row.querySelector(".open").setAttribute("aria-expanded", "true");
  if (VALUES.has(id)) VALUES.get(id).classList.add("chosen");
  const places = placesOf(id, row);
  for (const one of places) one.classList.add("chosen", "flash");
  showDetails(row, id);
  if (NARROW.matches) showTab(from === "document" ? "facts" : "document");
  if (from !== "document" && places.length) scrollTo(places[0], "center");
  scrollTo(row, "nearest", row.nextElementSibling);
  tell(row);
  remember(id);
}

function unchoose() {
  if (!chosen) return;
  for (const one of document.querySelectorAll(".chosen")) one.classList.remove("chosen", "flash");
  for (const one of document.querySelectorAll("tr.more")) one.remove();
  chosen.row.querySelector(".open").setAttribute("aria-expanded", "false");
  chosen = null;
  remember("");
}

function showDetails(row, id) {
  for (const one of document.querySelectorAll("tr.more")) one.remove();
  const cell = element("td", "", details(row.dataset.row, id));
  cell.colSpan = row.cells.length;
  row.after(element("tr", "more", cell));
}

function scrollTo(one, block, below) {
  const behavior = STILL.matches ? "auto" : "smooth";
  if (below) below.scrollIntoView({ block, behavior: "auto" });
  one.scrollIntoView({ block, inline: "nearest", behavior: below ? "auto" : behavior });
}

/** Say what was chosen to those who do not see it. */
function tell(row) {
  document.getElementById("said").textContent = [...row.cells].map((cell) => cell.textContent.trim()).filter(Boolean).join(", ");
}

function remember(id) {
  try {
    history.replaceState(null, "", id ? `#f-${id}` : location.pathname);
  } catch {
    // Where a browser does not let a local file do this, there is no address to share; nothing else is lost.
  }
}

function showTab(name) {
  document.body.dataset.tab = name;
  for (const one of ["document", "facts"]) {
    document.getElementById(`tab-${one}`).setAttribute("aria-selected", String(one === name));
  }
}

document.getElementById("document").addEventListener("click", (event) => {
  const place = event.target.closest("[data-fact]:not(.off)");
  if (place) choose(place.dataset.fact, "document");
});
document.getElementById("facts").addEventListener("click", (event) => {
  const other = event.target.closest("[data-goto]");
  const value = event.target.closest("[data-value]");
  const row = event.target.closest("tr.fact");
  if (other) choose(other.dataset.goto, "elsewhere");
  else if (value) choose(value.dataset.value, "list");
  else if (row && !String(window.getSelection())) choose(row.dataset.row, "list");
});
for (const name of ["document", "facts"]) {
  document.getElementById(`tab-${name}`).addEventListener("click", () => showTab(name));
}
