import { StrategyChange } from '../../src/survey/strategy/strategy-change.ts';
import { type Fields, textOf } from './room-form.ts';

/**
 * The changes that a form of the strategy's page asks for; null for a form that makes no sense, or
 * whose text is empty or too long.
 *
 * @example
 * changesIn(form) // [{ do: 'write', block: 'leaders:contents', text: 'Law leads.', … }]
 */
export function changesIn(form: Fields): StrategyChange[] | null {
  const asked = textOf(form, 'do');
  const text = textOf(form, 'text');
  const block = textOf(form, 'block');
  const paragraph = textOf(form, 'paragraph');
  const key = textOf(form, 'section');
  const section = key === 'annex' ? key : Number(key);
  const seen = {
    fingerprint: textOf(form, 'fingerprint'),
    original: textOf(form, 'original'),
  };
  const changes: Record<string, unknown[]> = {
    title: [{ do: 'title', text: text === '' ? null : text }],
    write: [
      {
        do: 'write',
        block,
        text,
        ...seen,
      },
    ],
    restore: [{ do: 'restore', block }],
    keep: [{ do: 'keep', block }],
    'leave-out': [{ do: 'leave-out', block, ...(seen.fingerprint !== '' && seen) }],
    'bring-back': [{ do: 'bring-back', block }],
    'leave-out-section': [{ do: 'leave-out-section', section }],
    'bring-back-section': [{ do: 'bring-back-section', section }],
    add: [
      {
        do: 'add',
        paragraph,
        section,
        text,
        ...(textOf(form, 'after') !== '' && { after: textOf(form, 'after') }),
      },
    ],
    rewrite: [{ do: 'rewrite', paragraph, text }],
    remove: [{ do: 'remove', paragraph }],
    'keep-as-paragraph': [
      { do: 'add', paragraph, section, text },
      { do: 'restore', block },
    ],
  };
  const read = StrategyChange.array().safeParse(
    Object.hasOwn(changes, asked) ? changes[asked] : null,
  );
  return read.success ? read.data : null;
}

/** The place on the page that a form belongs to, to go back to. */
export function anchorOf(form: Fields): string {
  const asked = textOf(form, 'do');
  const block = textOf(form, 'block') || textOf(form, 'comment-block');
  if (asked === 'rewrite') return `#block-free:${textOf(form, 'paragraph')}`;
  if (asked === 'add') return `#block-free:${textOf(form, 'paragraph')}`;
  const section = /^section:(.+)$/.exec(block)?.[1];
  if (section) return `#section-${section === 'annex' ? 'A' : section}`;
  return block === '' || asked === 'leave-out' ? '' : `#block-${block}`;
}
