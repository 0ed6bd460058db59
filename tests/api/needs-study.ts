import { randomUUID } from 'node:crypto';
import { type BulkResponse, countNow, storeResponses } from '../../src/db/import-responses.ts';
import { findStudy } from '../../src/db/studies.ts';
import type { Answers } from '../../src/survey/answer.ts';
import { generate, type Plan } from '../../src/survey/generator/generate.ts';
import { template } from '../../src/survey/templates.ts';
import type { FreshApp } from '../fresh-app.ts';

/** A made study and the answers that it was given by individuals. */
export interface AnsweredStudy {
  id: string;
  answers: Answers[];
}

/**
 * A study of a template with answers of the given people, stored at once and open.
 *
 * @param tableOf where the person at a place sat; nobody sat at a table without
 */
export async function answeredStudy(
  { designer, db }: Pick<FreshApp, 'designer' | 'db'>,
  name: string,
  answers: readonly (Answers & { role?: unknown })[],
  tableOf: (person: number) => string | null = () => null,
): Promise<AnsweredStudy> {
  const made = await designer('/api/studies', { body: { template: name } });
  const { id } = (await made.json()) as { id: string };
  await designer(`/api/studies/${id}/open`, { method: 'POST' });
  const study = (await findStudy(db, id))!;
  const at = new Date('2026-11-20T09:00:00Z');
  const responses = answers.map((own, person): BulkResponse => ({
    id: randomUUID(),
    answers: own,
    shown: {},
    locale: 'en',
    voice: 'individual',
    table: tableOf(person),
    round: 1,
    event: null,
    mark: null,
    at,
  }));
  if (responses.length > 0) {
    await storeResponses(db, study, responses);
    await countNow(db, study);
  }
  return { id, answers: [...answers] };
}

/** Answers of synthetic people to a template: those who finished, without the tables' own. */
export function peopleOf(name: string, plan: Partial<Plan> = {}): Answers[] {
  return generate(template(name)!, { n: 80, tables: 0, seed: 7, ...plan })
    .filter(({ finished, voice }) => finished && voice === 'individual')
    .map(({ answers }) => answers);
}
