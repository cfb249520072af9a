/** Adds a slider over the days on which reports came out; letting go of it shows that day. */
export function addScrubber(form: HTMLFormElement): void {
  const days = (form.dataset.days ?? "").split(" ").filter(Boolean);
  const field = form.querySelector<HTMLInputElement>("input[type=date]");
  if (days.length < 2 || !field) return;
  const now = days.findLastIndex((d) => d <= field.value);
  const box = document.createElement("div");
  box.className = "scrub";
  const slider = document.createElement("input");
  slider.type = "range";
  slider.min = "0";
  slider.max = String(days.length - 1);
  slider.value = String(Math.max(0, now));
  slider.setAttribute("aria-label", "Day of the record");
  const shown = document.createElement("output");
  const show = (): void => {
    const day = days[Number(slider.value)] ?? "";
    shown.textContent = day;
    slider.setAttribute("aria-valuetext", day);
    field.value = day;
  };
  slider.addEventListener("input", show);
  slider.addEventListener("change", () => form.requestSubmit());
  show();
  if (form.dataset.set !== "true") shown.textContent = "latest";
  box.append(slider, shown);
  form.append(box);
}
