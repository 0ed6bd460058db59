import type { Kysely } from 'kysely';
import { currentTallies } from '../db/current-tallies.ts';
import type { Database } from '../db/schema.ts';
import { talliesOfRound } from '../db/tallies-of-round.ts';
import { readQuestionTallies } from '../db/tally-snapshot.ts';
import { type TallyHead, versionOf } from '../db/watermark.ts';
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

/** So many responses of a study are counted anew for one of its rounds. */
const MOST_OF_ROUND = 20_000;

/**
 * Looks at every question divided by every segment, from the stored tallies alone, so that it
 * takes the same time for any number of responses.
 *
 * @param round to count its answers alone, where {@link mayDivideRound} says that this can be done
 * @example
 * const { document } = await dividesOf(db, study, 'individual');
 * (await document()).lines[0] // what divides people most
 */
export async function dividesOf(
  db: Kysely<Database>,
  study: ResultsStudy,
  voice: Voice,
  reader: Reader = { language: study.definition.defaultLanguage, names: ENGLISH_NAMES },
  round: number | null = null,
): Promise<{ etag: string; document: () => Promise<DividesDocument> }> {
  const head = await currentTallies(db, study);
  const version = head ? versionOf(head) : 'none';
  const { language, names } = reader;
  const named = names === ENGLISH_NAMES ? 'api' : 'page';
  const key = [study.id, version, voice, round, language, named].join(' ');
  return {
    etag: `"${version}-divides-${round === null ? '' : `${round}-`}${language}"`,
    document: async () => {
      const known = overviews.get(key);
      const lines = known?.lines ?? (await linesOf(db, study, voice, reader, round));
      const document = known ?? { version, study: study.id, voice, lines };
      overviews.delete(key);
      overviews.set(key, document);
      if (overviews.size > MOST_OVERVIEWS) overviews.delete(overviews.keys().next().value!);
      return document;
    },
  };
}

/**
 * Whether one round can be looked at alone: once the study has closed, as everything is exact then,
 * and while there are not so many responses that it would take long.
 */
export async function mayDivideRound(db: Kysely<Database>, study: ResultsStudy): Promise<boolean> {
  const head = await currentTallies(db, study);
  return head !== null && isCountable(head);
}

function isCountable({ status, counted }: TallyHead): boolean {
  return status === 'closed' && counted <= MOST_OF_ROUND;
}

async function linesOf(
  db: Kysely<Database>,
  study: ResultsStudy,
  voice: Voice,
  reader: Reader,
  round: number | null,
): Promise<DividingLine[]> {
  const { definition } = study;
  const segments = dividingSegments(definition);
  if (round !== null) return linesOfRound(db, study, voice, reader, round);
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

async function linesOfRound(
  db: Kysely<Database>,
  study: ResultsStudy,
  voice: Voice,
  reader: Reader,
  round: number,
): Promise<DividingLine[]> {
  const { definition } = study;
  const head = await currentTallies(db, study);
  if (!head || !isCountable(head)) throw new RangeError('one round of this study is not looked at');
  const segments = dividingSegments(definition).filter((id) => id !== '@round');
  const tallies = await talliesOfRound(db, study, head, { round, voice, segments });
  const lines = dividedQuestions(definition).flatMap((question) =>
    segments.flatMap((by) => {
      const counted = tallies(question.id, by);
      return (counted && dividingLine(definition, question, by, reader, counted)) ?? [];
    }),
  );
  return inOrderOfEffect(lines);
}
