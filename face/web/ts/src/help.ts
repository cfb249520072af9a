const keys: [string, string][] = [
  ["/", "search"],
  ["j  k", "next, previous item of the page"],
  ["Enter", "open the item"],
  ["w", "why: the sentences and rules behind it"],
  ["[  ]", "a day with reports back, forward"],
  ["?", "this help"],
  ["Esc", "close, leave a field"],
];

/** Shows the keys in a dialog. */
export function openHelp(): void {
  let dialog = document.querySelector<HTMLDialogElement>("dialog.keys");
  if (!dialog) {
    dialog = build();
    document.body.append(dialog);
  }
  dialog.showModal();
}

function build(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-labelledby", "keys-title");
  const title = document.createElement("h2");
  title.id = "keys-title";
  title.textContent = "Keys";
  const list = document.createElement("dl");
  for (const [key, meaning] of keys) {
    const dt = document.createElement("dt");
    for (const k of key.split("  ")) {
      const kbd = document.createElement("kbd");
      kbd.textContent = k;
      dt.append(kbd, " ");
    }
    const dd = document.createElement("dd");
    dd.textContent = meaning;
    list.append(dt, dd);
  }
  const close = document.createElement("button");
  close.textContent = "Close";
  close.addEventListener("click", () => dialog.close());
  dialog.append(title, list, close);
  return dialog;
}
