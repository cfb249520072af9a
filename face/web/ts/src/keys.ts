import { openHelp } from "./help";

/** The item that keys act on; -1 before the first. */
let current = -1;

function items(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-item]")].filter((e) => e.offsetParent !== null);
}

/** Goes to the next (1) or previous (-1) item and focuses its first link. */
function step(by: number): void {
  const all = items();
  if (all.length === 0) return;
  const focused = all.findIndex((e) => e.contains(document.activeElement));
  if (focused >= 0) current = focused;
  current = Math.min(all.length - 1, Math.max(0, current + by));
  document.querySelector(".on")?.classList.remove("on");
  const item = all[current]!;
  item.classList.add("on");
  const link = item.querySelector<HTMLElement>("a[href]");
  if (link) {
    link.focus({ preventScroll: true });
  } else {
    item.tabIndex = -1;
    item.focus({ preventScroll: true });
  }
  item.scrollIntoView({ block: "nearest" });
}

/** Leads to why the current item, or else the page, says what it says. */
function why(): void {
  const item = document.querySelector(".on") ?? document.activeElement?.closest("[data-item]");
  const event = item?.querySelector<HTMLAnchorElement>('a[href*="events/"]');
  const target = document.getElementById("how");
  if (event) {
    location.href = event.href.split("#")[0] + "#how";
  } else if (target) {
    target.querySelectorAll("details").forEach((d) => (d.open = true));
    target.scrollIntoView();
    target.querySelector<HTMLElement>("summary")?.focus();
  } else {
    follow("a[data-why]");
  }
}

function follow(selector: string): void {
  document.querySelector<HTMLAnchorElement>(selector)?.click();
}

function search(): boolean {
  const field = document.querySelector<HTMLInputElement>("#q");
  field?.focus();
  field?.select();
  return field !== null;
}

const actions: Record<string, () => void> = {
  "/": search,
  j: () => step(1),
  k: () => step(-1),
  "[": () => follow('a[data-key="["]'),
  "]": () => follow('a[data-key="]"]'),
  w: why,
  "?": openHelp,
};

function typing(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.matches("input:not([type=range]), select, textarea") || target.isContentEditable);
}

/** Makes the keys work, except while somebody types. */
export function listenToKeys(): void {
  document.addEventListener("keydown", (e) => {
    if (e.key === "Escape" && typing(e.target)) (e.target as HTMLElement).blur();
    if (e.ctrlKey || e.metaKey || e.altKey || typing(e.target) || document.querySelector("dialog[open]")) return;
    const act = actions[e.key];
    if (act) {
      e.preventDefault();
      act();
    }
  });
  const help = document.querySelector<HTMLButtonElement>("button.help");
  if (help) {
    help.hidden = false;
    help.addEventListener("click", openHelp);
  }
  if (location.hash === "#how") why();
}
