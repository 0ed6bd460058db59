const LIVE = 'strategy-live';

/**
 * Sends the strategy's forms without leaving the page: the answer is the page as it is now, of which
 * the document takes the place of the one that is shown. What somebody is typing elsewhere stays, with
 * what it was typed against. Where anything goes wrong the form is sent as it would be without script.
 */
export function saveInPlace(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || !form.matches('[data-in-place]')) return;
    const live = form.closest(`#${LIVE}`);
    if (!live) return;
    event.preventDefault();
    void send(form, event.submitter, live);
  });
}

/**
 * Puts the controls of a block and the figures behind it there, or those of a section, instead of
 * leaving for the page that has them: what is typed elsewhere stays. Where anything goes wrong the
 * link is followed.
 */
export function openInPlace(): void {
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a[data-open]') : null;
    const isPlain = !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
    if (!(link instanceof HTMLAnchorElement) || !isPlain || event.defaultPrevented) return;
    const place = link.closest('.strategy-block, .tools');
    if (!place || !link.closest(`#${LIVE}`)) return;
    event.preventDefault();
    void open(link, place);
  });
}

async function open(link: HTMLAnchorElement, place: Element): Promise<void> {
  try {
    const reply = await fetch(link.href);
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const fresh = page.getElementById(place.id);
    if (!reply.ok || !fresh) throw new Error(String(reply.status));
    place.replaceWith(fresh);
    const first = link.matches('.trace-link') ? '.trace summary' : '.tools :is(textarea, button)';
    const controls = fresh.querySelector<HTMLElement>(first) ?? fresh.querySelector('summary');
    controls?.focus();
  } catch {
    location.assign(link.href);
  }
}

async function send(
  form: HTMLFormElement,
  submitter: HTMLElement | null,
  live: Element,
): Promise<void> {
  const body = new URLSearchParams();
  for (const [name, value] of new FormData(form, submitter)) body.append(name, String(value));
  live.setAttribute('aria-busy', 'true');
  try {
    const reply = await fetch(form.action, { method: 'POST', body });
    const page = new DOMParser().parseFromString(await reply.text(), 'text/html');
    const fresh = page.getElementById(LIVE);
    if (!fresh) throw new Error(String(reply.status));
    keepTyped(live, fresh, form);
    live.replaceWith(fresh);
    focusOn(fresh, form, reply.ok);
    tell(reply.ok ? 'saved' : 'failed');
  } catch {
    live.removeAttribute('aria-busy');
    tell('failed');
  }
}

/** Opened controls stay open, and what was typed in others than the form that was sent stays typed. */
function keepTyped(old: Element, fresh: Element, sent: HTMLFormElement): void {
  for (const tools of old.querySelectorAll('.tools[data-opened]')) {
    const closed = fresh.querySelector(`#${CSS.escape(tools.id)}`);
    if (closed && !tools.contains(sent)) closed.replaceWith(tools);
  }
  for (const details of old.querySelectorAll<HTMLDetailsElement>('details[data-key][open]')) {
    const now = keyed(fresh, details.dataset['key']!);
    if (!now || details.contains(sent)) continue;
    now.open = true;
    const forms = [...details.querySelectorAll('form')];
    [...now.querySelectorAll('form')].forEach((form, index) => {
      const before = forms[index];
      if (!before || !isTyped(before)) return;
      for (const field of form.querySelectorAll<HTMLInputElement>('[name]')) {
        const was = before.querySelector<HTMLInputElement>(`[name="${CSS.escape(field.name)}"]`);
        // Also the revision and the sentence that the words were typed against.
        if (was && field.tagName !== 'BUTTON') field.value = was.value;
      }
    });
  }
}

function isTyped(form: HTMLFormElement): boolean {
  return [...form.querySelectorAll<HTMLTextAreaElement>('textarea, input:not([type=hidden])')].some(
    (field) => field.value !== field.defaultValue,
  );
}

/** Focus stays where somebody worked: at the control that they used, or at what went wrong there. */
function focusOn(fresh: Element, sent: HTMLFormElement, ok: boolean): void {
  const key = sent.closest<HTMLElement>('[data-key]')?.dataset['key'];
  const details = key === undefined ? null : keyed(fresh, key);
  const tools = sent.closest('.tools')?.id;
  const link = tools ? fresh.querySelector<HTMLElement>(`#${CSS.escape(tools)} [data-open]`) : null;
  // A talk goes on; what was edited is read.
  if (details && key?.startsWith('talk ')) details.open = true;
  const field = ok ? null : details?.querySelector('textarea');
  (field ?? details?.querySelector('summary') ?? link)?.focus();
}

function keyed(within: Element, key: string): HTMLDetailsElement | null {
  return within.querySelector<HTMLDetailsElement>(`details[data-key="${CSS.escape(key)}"]`);
}

function tell(what: 'saved' | 'failed'): void {
  const line = document.querySelector<HTMLElement>('.strategy-status');
  if (!line) return;
  line.textContent = line.dataset[what] ?? '';
  line.classList.toggle('is-failed', what === 'failed');
}
