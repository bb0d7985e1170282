// Both languages: what stands in the page is Vietnamese, and every word of the interface knows its key.

const DATA = JSON.parse(document.getElementById("data").textContent);
const FORMATS = ["vi-VN", "en-GB"];
let tongue = 0; // 0 Vietnamese, 1 English

/** The words of a key; the key itself where there are none. */
function said(key) {
  return (DATA.words[key] || [key, key])[tongue];
}

/** Words for a coded value (`relation`, "basis"), or nothing. */
function saidOf(column, value) {
  const both = DATA.words[`${column}.${value}`];
  return both ? both[tongue] : "";
}

function number(value) {
  return new Intl.NumberFormat(FORMATS[tongue], { maximumFractionDigits: 10 }).format(value);
}

function date(iso) {
  return tongue ? iso : iso.split("-").reverse().join("/");
}

/** Put everything under `root` into the language chosen. */
function translate(root) {
  for (const one of root.querySelectorAll("[data-t]")) one.textContent = said(one.dataset.t);
  for (const one of root.querySelectorAll("[data-vi]")) one.textContent = tongue ? one.dataset.en : one.dataset.vi;
  for (const one of root.querySelectorAll("[data-n]")) one.textContent = number(Number(one.dataset.n));
  for (const one of root.querySelectorAll("time")) one.textContent = date(one.dateTime);
  for (const one of root.querySelectorAll("[data-t-label]")) one.setAttribute("aria-label", said(one.dataset.tLabel));
  for (const one of root.querySelectorAll("[data-t-title]")) one.title = said(one.dataset.tTitle);
  for (const one of root.querySelectorAll("[data-t-placeholder]")) one.placeholder = said(one.dataset.tPlaceholder);
}

document.getElementById("language").addEventListener("click", (event) => {
  tongue = 1 - tongue;
  document.documentElement.lang = tongue ? "en" : "vi";
  event.currentTarget.lang = tongue ? "vi" : "en";
  translate(document);
  if (chosen) showDetails(chosen.row, chosen.id);
});
