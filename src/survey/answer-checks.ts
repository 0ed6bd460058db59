import { quotable, type Report } from './answer-issue.ts';
import { COUNTRY_CODES } from './countries.ts';
import type { LocalQuestion } from './local-study.ts';

/** The longest write-in, in characters. */
export const WRITE_IN_LENGTH = 80;

/** Checks one answer that is not blank against its question and reports what is wrong. */
export function checkAnswer(question: LocalQuestion, answer: unknown, report: Report): void {
  switch (question.kind) {
    case 'ranking':
      return checkRanking(question, answer, report);
    case 'single':
      return checkSingle(question, answer, report);
    case 'multiple':
      return checkMultiple(question, answer, report);
    case 'scale':
      return checkScale(question, answer, report);
    case 'rating-matrix':
      return checkRating(question, answer, report);
    case 'number':
      return checkNumber(question, answer, report);
    case 'short-text':
    case 'long-text':
      return checkTexts(question, answer, report);
  }
}

function checkRanking(question: LocalQuestion, answer: unknown, report: Report): void {
  if (answer === 'no-opinion') {
    if (!question.noOpinion) report('no-opinion');
    return;
  }
  if (!Array.isArray(answer)) return report('wrong-kind', [], { expected: 'groups' });
  const options = question.options ?? [];
  const ids = new Set(options.map(({ id }) => id));
  const writeIns = question.writeIns ?? 0;
  const most = question.max ?? ids.size + writeIns;
  const least = question.complete ? 0 : (question.min ?? 1);
  const ranked = new Set<string>();
  const written = new Set<string>();
  let count = 0;
  let writeInCount = 0;
  for (const [index, group] of answer.entries()) {
    if (!Array.isArray(group)) {
      report('wrong-kind', [index], { expected: 'groups' });
      continue;
    }
    if (group.length === 0) report('empty-group', [index]);
    if (group.length > 1 && !question.ties) report('tie', [index]);
    count += group.length;
    if (count > most) return report('too-many', [], { max: most });
    for (const [place, item] of group.entries()) {
      const at = [index, place];
      const text = writeInOf(item);
      if (text !== undefined) {
        writeInCount += 1;
        checkWriteIn(text, at, report, writeIns, writeInCount);
        const key = text.trim().toLowerCase();
        if (written.has(key)) report('repeated', at, { item: quotable(text) });
        written.add(key);
      } else checkId(item, ids, ranked, at, report);
    }
  }
  if (count < least) report('too-few', [], { min: least });
  if (question.complete && ranked.size < ids.size) {
    report('incomplete', [], { missing: ids.size - ranked.size });
  }
}

function checkSingle(question: LocalQuestion, answer: unknown, report: Report): void {
  const options = question.options ?? [];
  if (typeof answer === 'string') {
    const known = question.countries
      ? COUNTRY_CODES.includes(answer)
      : options.some(({ id }) => id === answer);
    if (!known) report('unknown-option', [], { item: quotable(answer) });
    return;
  }
  const text = writeInOf(answer, 'id');
  if (text === undefined) return report('wrong-kind', [], { expected: 'option' });
  const { id } = answer as { id?: unknown };
  if (id === undefined) return checkWriteIn(text, ['writeIn'], report, question.writeIns ?? 0);
  const option = options.find((candidate) => candidate.id === id);
  if (!option) return report('unknown-option', ['id'], { item: quotable(id) });
  checkWriteIn(text, ['writeIn'], report, option.writeIn ? 1 : 0);
}

function checkMultiple(question: LocalQuestion, answer: unknown, report: Report): void {
  const max = question.max ?? question.options?.length ?? 0;
  const min = question.min ?? 1;
  if (Array.isArray(answer) && answer.length > max) return report('too-many', [], { max });
  checkIds(question, answer, report);
  if (Array.isArray(answer) && answer.length < min) report('too-few', [], { min });
}

function checkScale(question: LocalQuestion, answer: unknown, report: Report): void {
  if (question.points) {
    if (!question.points.some(({ value }) => value === answer)) report('not-a-point');
  } else if (typeof answer !== 'string') report('wrong-kind', [], { expected: 'option' });
  else if (!question.options?.some(({ id }) => id === answer)) {
    report('unknown-option', [], { item: quotable(answer) });
  }
}

function checkRating(question: LocalQuestion, answer: unknown, report: Report): void {
  if (typeof answer !== 'object' || answer === null || Array.isArray(answer)) {
    return report('wrong-kind', [], { expected: 'rows' });
  }
  const rows = new Set(question.rows?.map(({ id }) => id));
  for (const [row, value] of Object.entries(answer)) {
    const params = { row: quotable(row) };
    if (!rows.has(row)) report('unknown-row', [row], params);
    else if (value === null) {
      if (!question.dontKnow) report('dont-know', [row], params);
    } else if (!question.points?.some((point) => point.value === value)) {
      report('not-a-point', [row], params);
    }
  }
}

function checkNumber(question: LocalQuestion, answer: unknown, report: Report): void {
  if (typeof answer !== 'number' || !Number.isFinite(answer)) {
    return report('wrong-kind', [], { expected: 'number' });
  }
  const { min, max, step } = question;
  if (min !== undefined && answer < min) report('too-small', [], { min });
  if (max !== undefined && answer > max) report('too-large', [], { max });
  const steps = step === undefined ? 0 : (answer - (min ?? 0)) / step;
  if (Math.abs(steps - Math.round(steps)) > 1e-9) report('step', [], { step: step ?? 1 });
}

function checkTexts(question: LocalQuestion, answer: unknown, report: Report): void {
  const max = question.repeat ?? 1;
  const many = Array.isArray(answer) && question.repeat !== undefined;
  if (many && answer.length > max) return report('too-many', [], { max });
  for (const [index, text] of (many ? answer : [answer]).entries()) {
    const place = many ? [index] : [];
    if (typeof text !== 'string') report('wrong-kind', place, { expected: 'text' });
    else checkText(text, place, report, 'too-long', question.maxLength ?? 1000);
  }
}

/** A list of different ids of the question's options or rows. */
export function checkIds(question: LocalQuestion, given: unknown, report: Report): void {
  if (!Array.isArray(given)) return report('wrong-kind', [], { expected: 'ids' });
  const ids = new Set((question.options ?? question.rows ?? []).map(({ id }) => id));
  if (given.length > ids.size) return report('too-many', [], { max: ids.size });
  const seen = new Set<string>();
  for (const [index, id] of given.entries()) checkId(id, ids, seen, [index], report);
}

function checkId(
  id: unknown,
  ids: ReadonlySet<string>,
  seen: Set<string>,
  place: (string | number)[],
  report: Report,
): void {
  const params = { item: quotable(id) };
  if (typeof id !== 'string' || !ids.has(id)) return report('unknown-option', place, params);
  if (seen.has(id)) report('repeated', place, params);
  seen.add(id);
}

/** The text of a write-in; undefined for anything that has not the form of one. */
function writeInOf(item: unknown, also = ''): string | undefined {
  if (typeof item !== 'object' || item === null || !('writeIn' in item)) return undefined;
  const extra = Object.keys(item).some((key) => key !== 'writeIn' && key !== also);
  return extra || typeof item.writeIn !== 'string' ? undefined : item.writeIn;
}

function checkWriteIn(
  text: string,
  place: (string | number)[],
  report: Report,
  allowed: number,
  count = 1,
): void {
  if (count > allowed) return report('write-in', place, { max: allowed });
  if (text.trim() === '') return report('write-in-blank', place);
  checkText(text, place, report, 'write-in-long', WRITE_IN_LENGTH);
}

/** Length in characters after trimming; no character that a database cannot keep. */
function checkText(
  text: string,
  place: (string | number)[],
  report: Report,
  code: 'too-long' | 'write-in-long',
  max: number,
): void {
  const kept = text.trim();
  if (kept.length > max && (kept.length > 2 * max || [...kept].length > max)) {
    return report(code, place, { max });
  }
  if (/[\0\p{Cs}]/u.test(kept)) report('bad-character', place);
}
