/** Writes the time of the page in the reader's own time zone and clock, also where it warns of no connection. */
export function showLocalTime(): void {
  const shown = document.querySelector<HTMLTimeElement>('.live time');
  const line = shown?.closest<HTMLElement>('.live');
  if (!shown || !line) return;
  const { lang } = document.documentElement;
  const own = navigator.language;
  const locale = own.startsWith(lang) ? own : lang;
  const words = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  shown.textContent = words.format(new Date(shown.dateTime));
  line.dataset['stale'] = line.dataset['stale']?.replace('%time%', shown.textContent);
}
