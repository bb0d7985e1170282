// Which facts are shown: by kind, by words, and those a person should look at.

const LISTINGS = [...document.querySelectorAll(".listing")];
const ROWS = [...document.querySelectorAll("tr.fact")].map((row) => ({
  row,
  kind: row.closest(".listing").dataset.kind,
  id: row.dataset.row,
  text: null,
}));
const BOX = document.getElementById("filter");
const MARKED = /[\u0300-\u036f]|[đĐ]/;

function plainText(text) {
  return text.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d");
}

/** What a row is searched in: what it shows and every text it knows. */
function textOf(one) {
  if (one.text === null) {
    const known = RECORDS.get(one.id).row.filter((value) => typeof value === "string");
    const values = [...one.row.querySelectorAll("[data-value]")].map((value) => value.textContent);
    one.text = [...known, ...values].join("\n").normalize("NFC").toLowerCase();
    one.plain = plainText(one.text);
  }
  return one;
}

/** Words with marks are meant with them; words without are found either way. */
function fits(one, words) {
  if (!words.length) return true;
  const { text, plain } = textOf(one);
  return words.every((word) => (MARKED.test(word.normalize("NFD")) ? text : plain).includes(word));
}

function filter() {
  const kinds = new Set([...document.querySelectorAll("[name=kind]:checked")].map((box) => box.value));
  const doubtful = document.getElementById("only-doubtful");
  const words = BOX.value.normalize("NFC").toLowerCase().split(/\s+/).filter(Boolean);
  const counts = new Map();
  for (const one of ROWS) {
    const shows = kinds.has(one.kind) && !(doubtful && doubtful.checked && !one.row.classList.contains("doubtful")) && fits(one, words);
    if (one.row.hidden === shows) one.row.hidden = !shows;
    if (shows) counts.set(one.kind, (counts.get(one.kind) || 0) + 1);
    if (one.kind === "checks") continue;
    for (const place of [one.id, ...[...one.row.querySelectorAll("[data-value]")].map((value) => value.dataset.value)]) {
      for (const drawn of PLACES.get(place) || []) drawn.classList.toggle("off", !shows);
    }
  }
  for (const listing of LISTINGS) {
    const all = listing.querySelectorAll("tr.fact").length;
    const left = counts.get(listing.dataset.kind) || 0;
    listing.hidden = !left;
    listing.querySelector("summary .count").textContent = left === all ? all : `${left}/${all}`;
    listing.classList.toggle("filtered", left < all);
    for (const group of listing.querySelectorAll(".group, .group > div")) group.hidden = !group.querySelector("tr.fact:not([hidden])");
  }
  document.getElementById("nothing").hidden = counts.size > 0;
  if (chosen && chosen.row.hidden) unchoose();
}

let waiting = 0;
BOX.addEventListener("input", () => {
  clearTimeout(waiting);
  waiting = setTimeout(filter, ROWS.length > 1000 ? 200 : 60);
});
document.querySelector(".search").addEventListener("change", filter);
document.querySelector(".search").addEventListener("submit", (event) => event.preventDefault());
