/**
 * Makes buttons work that only a script can carry out: they appear with it. On plain http, as on a
 * workshop's own network, there is no clipboard: what would go into it is shown instead.
 */
export function readyButtons(): void {
  document.documentElement.classList.add('ready');

  for (const button of document.querySelectorAll<HTMLButtonElement>('[data-copy]')) {
    const { copy = '', copied = '' } = button.dataset;
    const label = button.textContent;
    button.addEventListener('click', async () => {
      try {
        await navigator.clipboard.writeText(copy);
      } catch {
        return void prompt(label ?? '', copy);
      }
      button.textContent = copied;
      setTimeout(() => (button.textContent = label), 2500);
    });
  }

  for (const button of document.querySelectorAll('[data-print]')) {
    button.addEventListener('click', () => print());
  }
}
