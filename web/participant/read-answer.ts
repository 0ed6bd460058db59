import type { LocalQuestion } from '../../src/survey/local-study.ts';

/** Stands for "don't know" in a rating and for a text in place of an option in a choice. */
export const DONT_KNOW = '-';
export const WRITE_IN = '+';

/**
 * Reads what somebody has filled in for a question, on the phone from the form and on the server
 * from the body it sent; undefined where nothing is filled in. Rankings have their own readers.
 * What cannot be an answer is passed on as it is, for answerIssues to name.
 *
 * @example
 * readAnswer(question, new FormData(form)) // { id: 'other', writeIn: 'Archivist' }
 */
export function readAnswer(question: LocalQuestion, fields: FormData): unknown {
  const { id, kind, rows, points, repeat, options } = question;
  const all = fields.getAll(id).map((value) => String(value).replaceAll('\r\n', '\n'));
  const one = all[0] ?? '';
  if (kind === 'rating-matrix') {
    const answer: Record<string, number | null> = {};
    for (const row of rows ?? []) {
      const value = String(fields.get(`${id}.${row.id}`) ?? '');
      if (value !== '') answer[row.id] = value === DONT_KNOW ? null : Number(value);
    }
    return Object.keys(answer).length > 0 ? answer : undefined;
  }
  if (kind === 'multiple') return all.length > 0 ? all : undefined;
  if (kind.endsWith('text') && repeat) return all.some((text) => text.trim()) ? all : undefined;
  if (one.trim() === '') return undefined;
  if (kind === 'number') return numberOf(one, question.step);
  if (kind === 'scale' && points) return Number(one);
  if (kind !== 'single') return one;
  const writeIn = String(fields.get(`${id}.${one}`) ?? '');
  if (one === WRITE_IN) return { writeIn };
  const asks = options?.some((option) => option.id === one && option.writeIn);
  return asks && writeIn.trim() ? { id: one, writeIn } : one;
}

/**
 * A number as people write it in any of the languages: `1 000`, `1,000`, `1.000` and `1.000,5`. A
 * comma or a point before just three digits groups thousands, unless the question asks for
 * thousandths.
 */
function numberOf(text: string, step = 1): number | string {
  const plain = text.replace(/[\s%'’]/g, '');
  const [, mark] = /^[-+]?[1-9]\d{0,2}([.,])\d{3}(?:\1\d{3})*(?:(?!\1)[.,]\d+)?$/.exec(plain) ?? [];
  const isFine = step < 0.01 && /^\D?\d+\D\d{3}$/.test(plain);
  const whole = mark && !isFine ? plain.replaceAll(mark, '') : plain;
  const number = whole.replace(',', '.');
  return /^[-+]?\d*\.?\d+$/.test(number) ? Number(number) : text;
}
