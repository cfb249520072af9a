/** How long a hand must rest before the day under it is shown, in milliseconds. */
const rest = 350;

/** Adds a slider over the days of a form; resting on one shows it. */
export function addScrubber(form: HTMLFormElement): void {
  const days = (form.dataset.days ?? "").split(" ").filter(Boolean);
  const field = form.querySelector<HTMLInputElement>("input[type=date]");
  if (days.length < 2 || !field) return;
  const box = document.createElement("div");
  box.className = "scrub";
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = String(days.length - 1);
  slider.value = String(Math.max(0, days.findLastIndex((d) => d <= field.value)));
  const label = form.dataset.label ?? "Day";
  slider.setAttribute("aria-label", label);
  const shown = document.createElement("output");
  const dayUnder = (): string => days[Number(slider.value)] ?? "";
  const show = (words: string): void => {
    shown.textContent = words;
    slider.setAttribute("aria-valuetext", words);
  };
  let resting = 0;
  slider.addEventListener("input", () => {
    field.value = dayUnder();
    show(dayUnder());
    clearTimeout(resting);
  });
  slider.addEventListener("change", () => {
    clearTimeout(resting);
    resting = window.setTimeout(() => {
      remember(label);
      form.requestSubmit();
    }, rest);
  });
  show(form.dataset.set === "false" ? "latest" : field.value);
  box.append(slider, shown);
  form.append(box);
  if (recall() === label) slider.focus({ preventScroll: true });
}

const memory = "griot-scrubbed";

/** Keeps in mind which slider was moved, so that it has the focus on the next page. */
function remember(label: string): void {
  try {
    sessionStorage.setItem(memory, label);
  } catch {
    // a browser that keeps nothing: the focus is lost, the rest works
  }
}

function recall(): string | null {
  try {
    const label = sessionStorage.getItem(memory);
    setTimeout(() => sessionStorage.removeItem(memory));
    return label;
  } catch {
    return null;
  }
}
