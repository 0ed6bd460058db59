import type { Job } from './follow-on.ts';

/**
 * Whether a form that means its action once (`data-once`) is on its way already: who sees nothing
 * happen presses again, and does not mean the next part of the programme.
 */
export function isRepeated(form: HTMLFormElement, job: Job, waiting: readonly Job[]): boolean {
  const told = said(job);
  return form.matches('[data-once]') && waiting.some((other) => said(other) === told);
}

/** What a form says, whatever the page was like when it said it. */
function said({ action, body }: Job): string {
  const fields = [...body].filter(([name]) => name !== 'revision');
  return JSON.stringify([action, ...fields.map(([name, value]) => [name, String(value)])]);
}

/**
 * Keeps the second click of a double click, and a key that is held down, from pressing what has
 * come under it meanwhile, in forms that mean their action once.
 */
export function stopRepeats(room: HTMLElement): void {
  const isOnce = ({ target }: Event) =>
    target instanceof Element && target.closest('form[data-once]') !== null;
  room.addEventListener('click', (event) => {
    if (event.detail > 1 && (event.target as Element).closest('button') && isOnce(event)) {
      event.preventDefault();
    }
  });
  room.addEventListener('keydown', (event) => {
    if (event.repeat && event.key === 'Enter' && isOnce(event)) event.preventDefault();
  });
}
