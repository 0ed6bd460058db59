import type { Kysely } from 'kysely';
import { practiceTexts } from '../db/gaps/practice-texts.ts';
import { addPractice, type Practice, takenSources } from '../db/gaps/practices.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import {
  type PracticeQuestion,
  practiceFrom,
  practiceQuestions,
} from '../survey/gaps/practice-answers.ts';
import type { PracticeFacts } from '../survey/gaps/practice.ts';
import type { Language } from '../survey/language.ts';
import { textKey } from '../survey/write-in-key.ts';

type GapStudy = Pick<Study, 'id' | 'definition'>;

/** What people named as good practice and nobody has taken over yet. */
export interface PracticeAnswers {
  question: string;
  /** Fewer than `minCell` people answered, so nothing is shown. */
  held: boolean;
  answers: { key: string; facts: PracticeFacts }[];
}

/** How drafts are worded. */
interface Wording {
  language: Language;
  unnamed: string;
}

/** The practices that people named, each text once, without those that were taken over. */
export async function practiceAnswers(
  db: Kysely<Database>,
  study: GapStudy,
  wording: Wording,
): Promise<PracticeAnswers[]> {
  const taken = await takenSources(db, study.id);
  return Promise.all(
    practiceQuestions(study.definition).map(async (question) => {
      const drafts = await draftsOf(db, study, question, wording);
      return {
        question: question.text.id,
        held: drafts === null,
        answers: [...(drafts ?? [])]
          .filter(([key]) => !taken.has(sourceOf(question, key)))
          .map(([key, facts]) => ({ key, facts })),
      };
    }),
  );
}

/**
 * Takes what somebody named over into the register, as proposed. Only the words are remembered, so
 * that nothing leads from a practice to whoever answered.
 *
 * @returns null when there is no such text, or it was taken over before
 */
export async function takeOverPractice(
  db: Kysely<Database>,
  study: GapStudy,
  asked: { question: string; key: string },
  wording: Wording,
  decision: { by: string | null; at: Date },
): Promise<Practice | null> {
  const question = practiceQuestions(study.definition).find(
    ({ text }) => text.id === asked.question,
  );
  const facts = question && (await draftsOf(db, study, question, wording))?.get(asked.key);
  if (!question || !facts) return null;
  const source = sourceOf(question, asked.key);
  return addPractice(db, study.id, { facts, status: 'proposed', source }, decision);
}

/** Drafts by the key of their words; null where too few have answered. */
async function draftsOf(
  db: Kysely<Database>,
  { id, definition }: GapStudy,
  question: PracticeQuestion,
  wording: Wording,
): Promise<Map<string, PracticeFacts> | null> {
  const written = await practiceTexts(db, id, question.text.id, definition.privacy.minCell);
  if (written.length === 0) return null;
  const drafts = new Map<string, PracticeFacts>();
  for (const { text, answers } of written) {
    const key = textKey(text);
    if (!drafts.has(key)) {
      drafts.set(key, practiceFrom(definition, question, text, answers, wording));
    }
  }
  return drafts;
}

function sourceOf({ text }: PracticeQuestion, key: string): string {
  return `${text.id}:${key}`;
}
