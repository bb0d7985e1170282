// What is known of a fact: all columns of its row, made when the row is opened.

const RECORDS = new Map(); // fact_id → { table, columns, meaning, row }
for (const [table, { columns, meaning, rows }] of Object.entries(DATA.tables)) {
  const at = columns.indexOf("fact_id");
  for (const row of rows) RECORDS.set(row[at], { table, columns, meaning, row });
}
const CHECKS_OF = new Map(); // fact_id → fact_ids of the checks that use it
for (const [id, record] of RECORDS) {
  if (record.table !== "checks") continue;
  for (const one of column(record, "facts")) CHECKS_OF.set(one, [...(CHECKS_OF.get(one) || []), id]);
}

function column(record, name) {
  return record.row[record.columns.indexOf(name)];
}

function element(tag, className, ...content) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...content);
  return made;
}

/** A button that goes to another fact. */
function reference(id) {
  const record = RECORDS.get(id);
  if (!record) return document.createTextNode(id);
  const name = { checks: "message", appendix_rows: "label" }[record.table] || "surface";
  const made = element("button", "goto", column(record, name) || "–");
  made.type = "button";
  made.dataset.goto = id;
  return made;
}

function shown(name, value) {
  const values = Array.isArray(value) ? value : [value];
  if (["antecedent", "nested_in", "parent_row", "row_fact_id", "facts"].includes(name)) return values.map(reference);
  if (typeof value === "number" && ["value", "value_max", "stated", "expected", "money_vnd"].includes(name)) return [number(value)];
  if (typeof value === "boolean" && name !== "holds") return [value ? "✓" : "✗"];
  const word = saidOf(name, value);
  return [word && word !== value ? `${word} (${value})` : values.join("; ")];
}

// Columns that every table has: where a fact stands and how it was found. They come after what it says.
const ORIGIN = ["fact_id", "block", "char_start", "char_end", "page", "section", "in_table", "rule", "confidence", "doubtful"];

function columnsOf(record) {
  const box = element("div");
  const [says, from] = [element("dl"), element("dl", "from")];
  const empty = [];
  record.columns.forEach((name, at) => {
    const value = record.row[at];
    const list = ORIGIN.includes(name) ? from : says;
    const code = element("code", "", name);
    if (value === null || value === "" || (Array.isArray(value) && !value.length)) {
      code.title = record.meaning[at][tongue];
      empty.push(code, " ");
      return;
    }
    const long = String(value).length > 90;
    list.append(element("div", long ? "wide" : "", element("dt", "", element("span", "", record.meaning[at][tongue]), " ", code), element("dd", "", ...shown(name, value))));
  });
  if (empty.length) from.append(element("div", "wide", element("dt", "", said("empty"), ": ", ...empty)));
  box.append(says, from);
  return box;
}

/** Everything about a fact, and about the value of its row that was chosen. */
function details(id, value) {
  const box = element("div");
  if (value && value !== id) box.append(columnsOf(RECORDS.get(value)), element("h3", "", said("details.row")));
  box.append(columnsOf(RECORDS.get(id)));
  const checks = [...new Set([...(CHECKS_OF.get(id) || []), ...(CHECKS_OF.get(value) || [])])];
  if (checks.length) box.append(element("h3", "", said("details.checks")), ...checks.map(reference));
  return box;
}
