// The pages: which one is seen, going to one, and their size. A document without pages has none of this.

const PAPER = document.getElementById("document");
const SHEETS = [...document.querySelectorAll(".sheet")];
const PAGE = document.getElementById("page-number");
let zoom = 1;

function seenPage() {
  const middle = PAPER.scrollTop + PAPER.clientHeight / 3;
  const after = SHEETS.findIndex((sheet) => sheet.offsetTop > middle);
  return after < 0 ? SHEETS.length : Math.max(after, 1);
}

/** Another size; what stands in the middle stays there. */
function setZoom(wanted) {
  const before = zoom;
  zoom = Math.min(Math.max(wanted, 0.4), 4);
  const [x, y] = [PAPER.scrollLeft + PAPER.clientWidth / 2, PAPER.scrollTop + PAPER.clientHeight / 2];
  PAPER.style.setProperty("--zoom", zoom);
  PAPER.scrollTo((x * zoom) / before - PAPER.clientWidth / 2, (y * zoom) / before - PAPER.clientHeight / 2);
  document.getElementById("zoom-fit").textContent = `${Math.round(zoom * 100)}%`;
}

if (PAGE) {
  let drawing = false;
  PAPER.addEventListener("scroll", () => {
    if (drawing) return;
    drawing = true;
    requestAnimationFrame(() => {
      drawing = false;
      if (document.activeElement !== PAGE) PAGE.value = seenPage();
    });
  });
  PAGE.addEventListener("change", () => {
    const sheet = SHEETS[PAGE.value - 1];
    if (sheet) sheet.scrollIntoView({ block: "start" });
  });
  document.getElementById("zoom-in").addEventListener("click", () => setZoom(zoom * 1.25));
  document.getElementById("zoom-out").addEventListener("click", () => setZoom(zoom / 1.25));
  document.getElementById("zoom-fit").addEventListener("click", () => setZoom(1));
}
