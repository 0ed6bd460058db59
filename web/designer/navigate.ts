import { showLocalTime } from './local-time.ts';
import type { ResultsData } from './panels.ts';

/** Boxes may be ticked one after the other before anything is asked for. */
const PAUSE = 250;

/**
 * Follows links and the form of filters without loading the page anew: fetches the page that they
 * lead to, puts its head and its results in place of the shown ones, and makes it an entry of the
 * history. Focus, open menus and the reader's place stay. Where anything goes wrong the browser
 * goes to the address by itself.
 *
 * @param shown told of the data of each page that has been put in place
 */
export function followInPlace(shown: (data: ResultsData) => void): void {
  let asking: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const go = async (address: string, isNew: boolean): Promise<void> => {
    clearTimeout(timer);
    asking?.abort();
    const own = (asking = new AbortController());
    const results = document.getElementById('results');
    results?.setAttribute('aria-busy', 'true');
    try {
      const response = await fetch(address, {
        signal: own.signal,
        headers: { accept: 'text/html' },
      });
      const text = await response.text();
      if (own.signal.aborted) return;
      const data = response.ok ? put(text) : null;
      if (!data) return location.assign(address);
      if (isNew && response.url !== location.href) history.pushState(null, '', response.url);
      shown(data);
      announce();
    } catch (error) {
      if ((error as Error).name !== 'AbortError') location.assign(address);
    } finally {
      if (!own.signal.aborted) document.getElementById('results')?.removeAttribute('aria-busy');
    }
  };

  const submit = (form: HTMLFormElement) => void go(addressOf(form), true);

  document.addEventListener('click', (event) => {
    if (event.defaultPrevented || event.button !== 0 || hasModifier(event)) return;
    const link = (event.target as Element).closest<HTMLAnchorElement>('a[data-swap]');
    if (!link) return;
    event.preventDefault();
    void go(link.href, true);
  });
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    if (form.id !== 'filters') return;
    event.preventDefault();
    submit(form);
  });
  document.addEventListener('change', (event) => {
    const field = event.target as HTMLInputElement | HTMLSelectElement;
    const { form } = field;
    if (form?.id !== 'filters') return;
    if (field.name.startsWith('other.')) chooseThese(form);
    const isIncomplete = field.name === 'with' && field.value === 'these';
    clearTimeout(timer);
    if (isIncomplete && !hasOthers(form)) return;
    timer = setTimeout(() => submit(form), field instanceof HTMLSelectElement ? 0 : PAUSE);
  });
  // A menu closes when the reader goes elsewhere, and on Escape, which gives the focus back.
  document.addEventListener('click', ({ target }) => {
    for (const menu of openMenus()) if (!menu.contains(target as Node)) menu.open = false;
  });
  document.addEventListener('keydown', ({ key }) => {
    if (key !== 'Escape') return;
    for (const menu of openMenus()) {
      if (menu.contains(document.activeElement)) menu.querySelector('summary')?.focus();
      menu.open = false;
    }
  });
  addEventListener('popstate', () => void go(location.href, false));
}

const openMenus = () => document.querySelectorAll<HTMLDetailsElement>('details.menu[open]');

function hasModifier({ metaKey, ctrlKey, shiftKey, altKey }: MouseEvent): boolean {
  return metaKey || ctrlKey || shiftKey || altKey;
}

function addressOf(form: HTMLFormElement): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of new FormData(form)) parameters.append(name, String(value));
  const language = new URLSearchParams(location.search).get('lang');
  if (language) parameters.set('lang', language);
  return `${form.action}?${parameters}`;
}

function hasOthers(form: HTMLFormElement): boolean {
  return form.querySelector('[name^="other."]:checked') !== null;
}

function chooseThese(form: HTMLFormElement): void {
  const choice = form.querySelector<HTMLInputElement>('[name="with"][value="these"]');
  if (choice && hasOthers(form)) choice.checked = true;
}

/** Puts a fetched page in place of the shown one; null when it is no results page. */
function put(text: string): ResultsData | null {
  const page = new DOMParser().parseFromString(text, 'text/html');
  const data = page.getElementById('data');
  if (!data?.textContent || !page.getElementById('results')) return null;
  const focus = markOf(document.activeElement);
  const open = [...openMenus()].map(({ id }) => id);
  for (const id of ['controls', 'results']) {
    const [old, now] = [document.getElementById(id), page.getElementById(id)];
    if (old && now) old.replaceChildren(...now.childNodes);
  }
  const [feet, newFeet] = [document.querySelector('.foot'), page.querySelector('.foot')];
  if (feet && newFeet) feet.replaceChildren(...newFeet.childNodes);
  document.title = page.title;
  const own = document.getElementById('data');
  if (own) own.textContent = data.textContent;
  for (const id of open) {
    const menu = document.getElementById(id);
    if (menu instanceof HTMLDetailsElement) menu.open = true;
  }
  if (focus) elementOf(focus)?.focus({ preventScroll: true });
  showLocalTime();
  return JSON.parse(data.textContent) as ResultsData;
}

/** What finds an element of the head again in another page's head. */
function markOf(element: Element | null): string | null {
  const controls = document.getElementById('controls');
  if (!element || !controls?.contains(element)) return null;
  const named = element as HTMLInputElement;
  if (named.name && (named.type === 'checkbox' || named.type === 'radio')) {
    return `[name="${CSS.escape(named.name)}"][value="${CSS.escape(named.value)}"]`;
  }
  if (named.name) return `[name="${CSS.escape(named.name)}"]`;
  if (element.tagName === 'SUMMARY') return `#${element.parentElement!.id} > summary`;
  const label = element.textContent ?? '';
  return element.classList.contains('pill') ? `.pill\n${label}` : '.chips a';
}

function elementOf(mark: string): HTMLElement | null {
  const [selector = '', label] = mark.split('\n');
  const found = [...document.querySelectorAll<HTMLElement>(`#controls ${selector}`)];
  return (label === undefined ? found[0] : found.find((one) => one.textContent === label)) ?? null;
}

/** Says aloud what is shown now. */
function announce(): void {
  const status = document.getElementById('shown');
  if (!status) return;
  const headings = [...document.querySelectorAll('.asked, #kpis h2, .panel h2')].slice(0, 4);
  const title = headings.map((heading) => heading.textContent).join('. ');
  status.textContent = (status.dataset['text'] ?? '').replace('%title%', title);
}
