import type { Kysely } from 'kysely';
import { currentTallies } from '../db/current-tallies.ts';
import type { Database } from '../db/schema.ts';
import { readQuestionTallies } from '../db/tally-snapshot.ts';
import { versionOf } from '../db/watermark.ts';
import {
  dividedQuestions,
  type DividingLine,
  dividingLine,
  dividingSegments,
  inOrderOfEffect,
} from '../survey/divides.ts';
import type { Voice } from '../survey/respondent.ts';
import { ENGLISH_NAMES } from '../survey/segment.ts';
import { documentTallies } from '../survey/tally-results.ts';
import type { Reader, ResultsStudy } from './results-of.ts';

/** What divides people, over all questions and segments of a study. */
export interface DividesDocument {
  version: string;
  study: string;
  voice: Voice;
  /** Certain differences first, and of those the largest. */
  lines: DividingLine[];
}

/** Worked out lately, the latest last. */
const overviews = new Map<string, DividesDocument>();
const MOST_OVERVIEWS = 50;

/**
 * Looks at every question divided by every segment, from the stored tallies alone, so that it
 * takes the same time for any number of responses.
 *
 * @example
 * const { document } = await dividesOf(db, study, 'individual');
 * (await document()).lines[0] // what divides people most
 */
export async function dividesOf(
  db: Kysely<Database>,
  study: ResultsStudy,
  voice: Voice,
  reader: Reader = { language: study.definition.defaultLanguage, names: ENGLISH_NAMES },
): Promise<{ etag: string; document: () => Promise<DividesDocument> }> {
  const head = await currentTallies(db, study);
  const version = head ? versionOf(head) : 'none';
  const { language, names } = reader;
  const named = names === ENGLISH_NAMES ? 'api' : 'page';
  const key = [study.id, version, voice, language, named].join(' ');
  return {
    etag: `"${version}-divides-${language}"`,
    document: async () => {
      const known = overviews.get(key);
      const lines = known?.lines ?? (await linesOf(db, study, voice, reader));
      const document = known ?? { version, study: study.id, voice, lines };
      overviews.delete(key);
      overviews.set(key, document);
      if (overviews.size > MOST_OVERVIEWS) overviews.delete(overviews.keys().next().value!);
      return document;
    },
  };
}

async function linesOf(
  db: Kysely<Database>,
  study: ResultsStudy,
  voice: Voice,
  reader: Reader,
): Promise<DividingLine[]> {
  const { definition } = study;
  const segments = dividingSegments(definition);
  const lines: Omit<DividingLine, 'adjustedPValue'>[] = [];
  for (const question of dividedQuestions(definition)) {
    const stored = await readQuestionTallies(db, study, question.id, segments);
    if (!stored) continue;
    for (const by of segments) {
      const query = { question: question.id, by, where: [], voice };
      const tallies = documentTallies(definition, query, stored.question);
      const line = tallies && dividingLine(definition, question, by, reader, tallies);
      if (line) lines.push(line);
    }
  }
  return inOrderOfEffect(lines);
}
