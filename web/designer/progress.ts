import { poll } from './poll.ts';

/** Keeps the number of answers on a study's page current while it is open. */
export function keepProgressCurrent(): void {
  if (!document.querySelector('#progress[data-live]')) return;
  poll(
    () => location.pathname,
    (text) => {
      const now = new DOMParser().parseFromString(text, 'text/html').querySelector('#progress');
      const shown = document.querySelector('#progress');
      if (!now || !shown) return false;
      const [figure, old] = [now.querySelector('.figure'), shown.querySelector('.figure')];
      if (figure && old && figure.textContent !== old.textContent) {
        if (shown.contains(document.activeElement)) old.replaceWith(figure);
        else shown.replaceWith(now);
      }
      return now.hasAttribute('data-live');
    },
    () => {},
  );
}
