interface Saved {
  progress: Record<string, number>;
  texts: { id: string; text: string; state: string }[];
  refused: { id: string; problem: string; rule?: string }[];
}

/** Changes go one after the other, so that none overtakes another. */
let queue: Promise<unknown> = Promise.resolve();

/**
 * Saves each text and each review of a form as soon as it is left or ticked. The form's button stays
 * for what could not be saved: it sends everything and says what is wrong.
 */
export function saveByItself(form: HTMLFormElement): void {
  form.addEventListener('change', ({ target }) => {
    const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLInputElement;
    const unit = isField && target.closest<HTMLElement>('[data-unit]');
    if (!unit) return;
    queue = queue.then(() => save(form, unit, target.type === 'checkbox'));
  });
}

async function save(form: HTMLFormElement, unit: HTMLElement, isReview: boolean): Promise<void> {
  const id = unit.dataset['unit']!;
  const field = unit.querySelector('textarea')!;
  const box = unit.querySelector<HTMLInputElement>('input[type=checkbox]')!;
  const sent = field.value;
  tell('saving');
  try {
    const reply = await fetch(form.dataset['autosave']!, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        language: form.dataset['language'],
        texts: { [id]: sent },
        ...(isReview && { reviewed: { [id]: box.checked } }),
      }),
    });
    if (!reply.ok) throw new Error(String(reply.status));
    const { texts, refused } = (await reply.json()) as Saved;
    const now = texts.find((text) => text.id === id);
    if (!now || refused.length > 0) throw new Error('refused');
    field.removeAttribute('aria-invalid');
    show(unit, now, box);
    tell('saved');
  } catch {
    field.setAttribute('aria-invalid', 'true');
    tell('failed');
  }
}

/** Puts what is stored now where the form compares with it. */
function show(unit: HTMLElement, now: Saved['texts'][number], box: HTMLInputElement): void {
  const id = unit.dataset['unit']!;
  const hidden = (name: string) =>
    unit.querySelector<HTMLInputElement>(`input[type=hidden][name="${CSS.escape(name)}"]`);
  const was = hidden(`was:${id}`);
  if (was) was.value = now.text;
  box.checked = now.state === 'reviewed';
  hidden(`is:${id}`)?.remove();
  if (box.checked) {
    const is = Object.assign(document.createElement('input'), {
      type: 'hidden',
      value: 'reviewed',
    });
    is.name = `is:${id}`;
    unit.append(is);
  }
  const mark = unit.querySelector<HTMLElement>('.mark')!;
  const word = document.querySelector<HTMLOptionElement>(`option[value="${now.state}"]`);
  mark.className = `mark ${now.state}`;
  mark.firstElementChild!.textContent = word?.textContent ?? now.state;
  // Who reviewed it, and when, is told when the page is opened again.
  mark.nextElementSibling?.remove();
}

function tell(state: 'saving' | 'saved' | 'failed'): void {
  const line = document.querySelector<HTMLElement>('.save-state');
  if (!line) return;
  line.textContent = line.dataset[state] ?? '';
  line.classList.toggle('failed', state === 'failed');
}
