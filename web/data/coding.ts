const PLACE = 'plenary:coding-place';

/**
 * Coding by keyboard: arrows move between the texts, the space bar chooses as always, and a digit
 * gives the theme of that number to what is chosen, or to the text in focus. After the page has
 * come back the focus is where it was, or on the text that has taken its place.
 */
export function makeCodingQuick(form: HTMLFormElement): void {
  const boxes = [...form.querySelectorAll<HTMLInputElement>('input[name="key"]')];
  const themes = form.querySelector<HTMLSelectElement>('select[name="theme"]');
  const give = form.querySelector<HTMLButtonElement>('button[value="give"]');
  restoreFocus(boxes);

  form.addEventListener('keydown', (event) => {
    const place = boxes.indexOf(event.target as HTMLInputElement);
    if (place < 0 || event.ctrlKey || event.metaKey || event.altKey) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      boxes[place + step]?.focus();
      return;
    }
    const option = /^[1-9]$/.test(event.key) && themes?.options[Number(event.key)];
    if (!option || !give) return;
    event.preventDefault();
    if (!boxes.some(({ checked }) => checked)) boxes[place]!.checked = true;
    option.selected = true;
    form.requestSubmit(give);
  });

  form.addEventListener('submit', () => {
    const place = boxes.findIndex((box) => box === document.activeElement || box.checked);
    keep(String(Math.max(0, place)));
  });

  for (const button of form.querySelectorAll('[data-choose-all]')) {
    button.addEventListener('click', () => {
      const own = button.parentElement!.querySelectorAll<HTMLInputElement>('input[name="key"]');
      const all = [...own].every(({ checked }) => checked);
      for (const box of own) box.checked = !all;
    });
  }
}

/** Without storage the focus starts at the top, as on any page. */
function keep(place: string): void {
  try {
    sessionStorage.setItem(PLACE, place);
  } catch {
    return;
  }
}

function restoreFocus(boxes: readonly HTMLInputElement[]): void {
  let place: string | null = null;
  try {
    place = sessionStorage.getItem(PLACE);
    sessionStorage.removeItem(PLACE);
  } catch {
    return;
  }
  if (place === null) return;
  const box = boxes[Math.min(Number(place), boxes.length - 1)];
  box?.focus({ preventScroll: true });
  box?.scrollIntoView({ block: 'center' });
}
