import type { Kysely } from 'kysely';
import { listIdeas } from '../db/gaps/ideas.ts';
import { addedGaps, gapSteps } from '../db/gaps/steps.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { gapQuestions, type GapQuestions } from '../survey/gaps/gap-questions.ts';
import { type Idea, ideaCounts, type Placement, replay } from '../survey/gaps/merge-log.ts';
import { textIn } from '../survey/language.ts';
import { optionsOf } from '../survey/question-options.ts';
import type { Reader } from './results-of.ts';
import { textList } from './themes-of.ts';

type GapStudy = Pick<Study, 'id' | 'definition'>;

/** An idea with where it came from and what it belongs to. */
export interface PlacedIdea extends Idea {
  /** A question of the study, or null for an idea from a phone in the room. */
  question: string | null;
  event: string | null;
  table: string | null;
  gap: string | null;
}

/** A gap: of the study's list, or added by facilitators. */
export interface Gap {
  id: string;
  name: string;
  /** Whether the check asks about it. */
  listed: boolean;
  /** The gap that it was merged into. */
  mergedInto: string | null;
  /** How often ideas name it. */
  ideas: number;
}

/** A decision of the log, told with names. */
export interface ToldStep {
  id: string;
  texts: string[];
  /** The gap that was merged, by name. */
  gap: string | null;
  from: (string | null)[];
  into: string | null;
  madeAt: string;
  madeBy: string | null;
  undoneAt: string | null;
  undoneBy: string | null;
}

/** What was collected for a study and what has been made of it. */
export interface GapDocument {
  ideas: PlacedIdea[];
  /** Questions whose answers are held back because fewer than `minCell` people answered. */
  held: string[];
  gaps: Gap[];
  /** The latest first. */
  log: ToldStep[];
}

/** The gaps of a study by id: those of its list, then those that were added. */
export async function gapsOf(
  db: Kysely<Database>,
  { id, definition }: GapStudy,
  language: Reader['language'],
): Promise<{ id: string; name: string; listed: boolean }[]> {
  const validation = gapQuestions(definition)?.validation;
  const listed = validation ? optionsOf(definition, validation) : [];
  const known = new Set(listed.map((option) => option.id));
  const added = await addedGaps(db, id);
  return [
    ...listed.map(({ id: gap, label }) => ({
      id: gap,
      name: textIn(label, language, definition.defaultLanguage),
      listed: true,
    })),
    ...added
      .filter((gap) => !known.has(gap.id))
      .map((gap) => ({ id: gap.id, name: gap.label, listed: false })),
  ];
}

/**
 * Everything that was collected: ideas from phones and answers to the study's own questions, with
 * what facilitators have merged them into. Answers of fewer than `minCell` people are held back.
 */
export async function gapDocument(
  db: Kysely<Database>,
  study: GapStudy,
  language: Reader['language'],
): Promise<GapDocument> {
  const [steps, gaps, collected] = await Promise.all([
    gapSteps(db, study.id),
    gapsOf(db, study, language),
    collectedIdeas(db, study, gapQuestions(study.definition), language),
  ]);
  const placement: Placement = replay(steps);
  const counts = ideaCounts(collected.ideas, placement);
  const names = new Map(gaps.map(({ id, name }) => [id, name]));
  const texts = new Map(collected.ideas.map(({ key, text }) => [key, text]));
  const nameOf = (id: string | null) => (id === null ? null : (names.get(id) ?? id));
  return {
    held: collected.held,
    ideas: collected.ideas.map((idea) => ({ ...idea, gap: placement.gapOf(idea.key) ?? null })),
    gaps: gaps.map((gap) => {
      const root = placement.rootOf(gap.id);
      return {
        ...gap,
        mergedInto: root === gap.id ? null : root,
        ideas: counts.get(gap.id) ?? 0,
      };
    }),
    log: steps.toReversed().map((step) => ({
      id: step.id,
      texts: step.ideas.flatMap((key) => texts.get(key) ?? []),
      gap: nameOf(step.gap),
      from: [...new Set(Object.values(step.before))].map(nameOf),
      into: nameOf(step.into),
      madeAt: step.madeAt.toISOString(),
      madeBy: step.madeBy,
      undoneAt: step.undoneAt?.toISOString() ?? null,
      undoneBy: step.undoneBy,
    })),
  };
}

async function collectedIdeas(
  db: Kysely<Database>,
  study: GapStudy,
  questions: GapQuestions | null,
  language: Reader['language'],
): Promise<{ ideas: Omit<PlacedIdea, 'gap'>[]; held: string[] }> {
  const sent = (await listIdeas(db, study.id)).map((idea) => ({
    key: ideaKey(idea.id),
    text: idea.text,
    n: 1,
    question: null,
    event: idea.eventKey,
    table: idea.tableKey,
  }));
  const held: string[] = [];
  const written: Omit<PlacedIdea, 'gap'>[] = [];
  for (const question of questions?.collect ?? []) {
    const { suppressed, texts } = await textList(db, study, question, language);
    if (suppressed) held.push(question.id);
    for (const { key, text, n } of texts) {
      const id = `text:${question.id}:${key}`;
      written.push({ key: id, text, n, question: question.id, event: null, table: null });
    }
  }
  return { ideas: [...sent, ...written], held };
}

/** The key of an idea that came from a phone. */
export function ideaKey(id: string): string {
  return `idea:${id}`;
}
