import type { LocalQuestion } from '../../src/survey/local-study.ts';
import { readTyped } from '../../src/survey/paper/typed-answer.ts';

type Field = HTMLInputElement | HTMLTextAreaElement;

/** Makes typing sheets quick: what was typed is read back, items can be picked, Enter goes on. */
export function readyTyping(): void {
  const form = document.querySelector<HTMLFormElement>('#sheet-form');
  const data = document.getElementById('data')?.textContent;
  if (!form || !data) return;
  const { questions } = JSON.parse(data) as { questions: LocalQuestion[] };
  const known = new Map(questions.map((question) => [question.id, question]));
  const fields = [...form.querySelectorAll<Field>('[data-typed]')];
  for (const field of fields) {
    const question = known.get(field.dataset['typed']!);
    const echo = field.parentElement?.querySelector<HTMLElement>('[data-echo]');
    if (!question || !echo) continue;
    const read = () => echo.replaceChildren(...readBack(question, field.value).map(inSpan));
    field.addEventListener('input', read);
    read();
    for (const item of field.parentElement!.querySelectorAll('[data-pick] > li')) {
      makePick(item, field, question);
    }
  }
  goOnByEnter(form);
}

function inSpan(text: string): HTMLElement {
  const span = document.createElement('span');
  span.textContent = text;
  return span;
}

/** What the numbers of the paper stand for, in the order in which they were typed. */
function readBack(question: LocalQuestion, typed: string): string[] {
  const read = readTyped(question, typed);
  if ('problem' in read) return [];
  const { answer } = read;
  const labels = new Map(question.options?.map(({ id, short, label }) => [id, short ?? label]));
  const label = (item: unknown): string => {
    if (typeof item === 'string') return labels.get(item) ?? item;
    const { id, writeIn } = item as { id?: string; writeIn: string };
    return id ? `${labels.get(id) ?? id}: ${writeIn}` : writeIn;
  };
  switch (question.kind) {
    case 'ranking':
      if (!Array.isArray(answer)) return [];
      return (answer as unknown[][]).map((group, k) => `${k + 1}. ${group.map(label).join(' = ')}`);
    case 'single':
      return answer === undefined || question.countries ? [] : [label(answer)];
    case 'multiple':
      return Array.isArray(answer) ? answer.map(label) : [];
    case 'scale':
      return (
        question.points?.flatMap(({ value, label: text }) => (value === answer ? [text] : [])) ?? []
      );
    default:
      return [];
  }
}

/** Picking an item types its number. */
function makePick(item: Element, field: Field, question: LocalQuestion): void {
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = item.textContent;
  item.replaceChildren(button);
  const number = String([...item.parentElement!.children].indexOf(item) + 1);
  button.addEventListener('click', () => {
    const before = question.kind === 'single' || question.kind === 'scale' ? '' : field.value;
    field.value = `${before.trimEnd()} ${number}`.trim();
    field.dispatchEvent(new Event('input'));
    field.focus();
  });
}

/** Enter goes to the next field, and from the last one of those that are seen it saves. */
function goOnByEnter(form: HTMLFormElement): void {
  form.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key !== 'Enter' || event.isComposing || !(target instanceof HTMLInputElement)) return;
    const seen = [
      ...form.querySelectorAll<HTMLElement>('input:not([type=hidden]), textarea'),
    ].filter((field) => field.checkVisibility());
    const next = seen[seen.indexOf(target) + 1];
    event.preventDefault();
    if (next) next.focus();
    else form.requestSubmit(form.querySelector<HTMLElement>('button[value=save]'));
  });
}
