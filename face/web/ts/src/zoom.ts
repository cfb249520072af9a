interface Window {
  x: number;
  y: number;
  w: number;
  h: number;
}

/** Lets a map be zoomed and moved: by buttons, wheel with Ctrl, dragging, and + − and arrow keys. */
export function addZoom(svg: SVGSVGElement): void {
  const box = svg.parentElement!;
  const [x = 0, y = 0, w = 1, h = 1] = (svg.getAttribute("viewBox") ?? "").split(" ").map(Number);
  const whole: Window = { x, y, w, h };
  let view = whole;

  function show(next: Window): void {
    const w = Math.min(whole.w, Math.max(whole.w / 40, next.w));
    const h = (w * whole.h) / whole.w;
    const clamp = (at: number, size: number, from: number, all: number): number => Math.min(from + all - size, Math.max(from, at));
    view = { w, h, x: clamp(next.x, w, whole.x, whole.w), y: clamp(next.y, h, whole.y, whole.h) };
    svg.setAttribute("viewBox", `${view.x} ${view.y} ${view.w} ${view.h}`);
    const scale = view.w / whole.w;
    svg.querySelectorAll<SVGCircleElement>(".place").forEach((c) => resize(c, "r", scale));
    svg.style.setProperty("--zoom", String(scale));
    svg.classList.toggle("zoomed", scale < 1);
  }

  function zoom(by: number, fx = 0.5, fy = 0.5): void {
    const w = view.w * by;
    const h = view.h * by;
    show({ w, h, x: view.x + (view.w - w) * fx, y: view.y + (view.h - h) * fy });
  }

  const move = (dx: number, dy: number): void => show({ ...view, x: view.x + dx * view.w, y: view.y + dy * view.h });

  addButtons(box, { "+": ["Zoom in", () => zoom(0.6)], "−": ["Zoom out", () => zoom(1 / 0.6)], "○": ["Show all", () => show(whole)] });
  svg.addEventListener("wheel", (e) => {
    if (!e.ctrlKey) return;
    e.preventDefault();
    const r = svg.getBoundingClientRect();
    zoom(e.deltaY < 0 ? 0.8 : 1.25, (e.clientX - r.left) / r.width, (e.clientY - r.top) / r.height);
  }, { passive: false });
  addDragging(svg, move);
  box.tabIndex = 0;
  box.setAttribute("role", "group");
  box.setAttribute("aria-label", "Map: plus and minus zoom, arrows move");
  const keys: Record<string, () => void> = {
    "+": () => zoom(0.6), "=": () => zoom(0.6), "-": () => zoom(1 / 0.6), "0": () => show(whole),
    ArrowLeft: () => move(-0.15, 0), ArrowRight: () => move(0.15, 0), ArrowUp: () => move(0, -0.15), ArrowDown: () => move(0, 0.15),
  };
  box.addEventListener("keydown", (e) => {
    const act = keys[e.key];
    if (act && !e.ctrlKey && !e.metaKey) {
      e.preventDefault();
      act();
    }
  });
}

/** Keeps a mark as large on the screen as it was. */
function resize(mark: SVGCircleElement, name: string, scale: number): void {
  mark.dataset[name] ??= mark.getAttribute(name) ?? "3";
  mark.setAttribute(name, String(Number(mark.dataset[name]) * scale));
}

function addButtons(box: HTMLElement, buttons: Record<string, [string, () => void]>): void {
  const bar = document.createElement("div");
  bar.className = "zoom";
  for (const [sign, [label, act]] of Object.entries(buttons)) {
    const b = document.createElement("button");
    b.type = "button";
    b.textContent = sign;
    b.setAttribute("aria-label", label);
    b.addEventListener("click", act);
    bar.append(b);
  }
  box.append(bar);
}

function addDragging(svg: SVGSVGElement, move: (dx: number, dy: number) => void): void {
  let from: { x: number; y: number } | null = null;
  svg.addEventListener("pointerdown", (e) => {
    if (svg.classList.contains("zoomed") && e.button === 0) from = { x: e.clientX, y: e.clientY };
  });
  window.addEventListener("pointermove", (e) => {
    if (!from) return;
    const r = svg.getBoundingClientRect();
    move((from.x - e.clientX) / r.width, (from.y - e.clientY) / r.height);
    from = { x: e.clientX, y: e.clientY };
  });
  window.addEventListener("pointerup", () => (from = null));
}
