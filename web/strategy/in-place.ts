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
    const key = form.closest<HTMLElement>('[data-key]')?.dataset['key'];
    keepTyped(live, fresh, form);
    live.replaceWith(fresh);
    focusOn(fresh, key, reply.ok);
    tell(reply.ok ? 'saved' : 'failed');
  } catch {
    live.removeAttribute('aria-busy');
    tell('failed');
  }
}

/** Opened controls stay open, and what was typed in others than the form that was sent stays typed. */
function keepTyped(old: Element, fresh: Element, sent: HTMLFormElement): void {
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
function focusOn(fresh: Element, key: string | undefined, ok: boolean): void {
  const details = key === undefined ? null : keyed(fresh, key);
  // A talk goes on; what was edited is read.
  if (details && key?.startsWith('talk ')) details.open = true;
  const field = ok ? null : details?.querySelector('textarea');
  (field ?? details?.querySelector('summary'))?.focus();
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
