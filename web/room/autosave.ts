/** So long after the last key a text is saved, in milliseconds. */
const PAUSE = 1500;

/** Texts that have been typed into and not been saved yet, each with what will save it. */
const typed = new Map<HTMLFormElement, ReturnType<typeof setTimeout>>();

/**
 * Saves the forms that save themselves: answers when one is chosen, texts when somebody leaves the
 * field, pauses, or leaves the page.
 */
export function keepTyped(): void {
  document.addEventListener('change', (event) => {
    const form = formOf(event);
    if (form) save(form);
  });
  document.addEventListener('input', (event) => {
    const form = formOf(event);
    if (!form || !isText(event.target as Element)) return;
    clearTimeout(typed.get(form));
    typed.set(
      form,
      setTimeout(() => saveIfFit(form), PAUSE),
    );
  });
  addEventListener('pagehide', saveAll);
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'hidden') saveAll();
  });
}

function formOf({ target }: Event): HTMLFormElement | null {
  return (target as Element).closest<HTMLFormElement>('form[data-autosave]');
}

const isText = (field: Element) =>
  field instanceof HTMLTextAreaElement ||
  (field instanceof HTMLInputElement && field.type === 'text');

function saveAll(): void {
  for (const form of typed.keys()) saveIfFit(form);
}

/** Nobody is told in the middle of a word that it does not fit yet. */
function saveIfFit(form: HTMLFormElement): void {
  if (form.isConnected && form.checkValidity()) save(form);
}

function save(form: HTMLFormElement): void {
  clearTimeout(typed.get(form));
  typed.delete(form);
  form.requestSubmit();
}
