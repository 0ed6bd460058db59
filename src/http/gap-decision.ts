import type { Context } from 'hono';
import { type ChangeOutcome, changeStudy } from '../db/change-study.ts';
import { addGap, addStep, addedGaps, gapSteps, undoStep } from '../db/gaps/steps.ts';
import { isUuid, type Study } from '../db/studies.ts';
import type { Definition } from '../survey/definition.ts';
import { withGaps, withRule, withShown } from '../survey/gaps/gap-edits.ts';
import { gapQuestions, type GapQuestions } from '../survey/gaps/gap-questions.ts';
import { replay } from '../survey/gaps/merge-log.ts';
import type { ConfirmRule } from '../survey/gaps/validation.ts';
import { optionsOf } from '../survey/question-options.ts';
import { newItem } from '../survey/write-in-item.ts';
import { plainText } from '../survey/write-in-key.ts';
import type { Env } from './env.ts';
import { gapDocument, gapsOf } from './gaps-of.ts';
import { Refusal } from './refusal.ts';

/** The questions of a study about gaps; a Refusal where it has none. */
export function gapQuestionsFor(study: Study): GapQuestions {
  const questions = gapQuestions(study.definition);
  if (!questions) throw new Refusal(409, 'No question of this study checks a list by a rule.');
  return questions;
}

/** A gap with a name: the one that there is, or a new one. */
export async function makeGap(
  c: Context<Env>,
  study: Study,
  label: string,
): Promise<{ id: string; name: string }> {
  const { db } = c.var;
  const { validation } = gapQuestionsFor(study);
  const { defaultLanguage } = study.definition;
  const listed = optionsOf(study.definition, validation).find((option) =>
    Object.values(option.label).some((name) => plainText(name ?? '') === plainText(label)),
  );
  if (listed) return { id: listed.id, name: listed.label[defaultLanguage] ?? label };
  for (;;) {
    const added = await addedGaps(db, study.id);
    const known = added.find((gap) => plainText(gap.label) === plainText(label));
    if (known) return { id: known.id, name: known.label };
    const taken = added.map(({ id }) => id.replace(/^gap-/, 'written-'));
    const item = newItem(study.definition, validation, label, taken);
    const gap = { id: item.id.replace(/^written-/, 'gap-'), label: label.trim() };
    if (await addGap(db, study.id, gap, decisionOf(c))) return { id: gap.id, name: gap.label };
  }
}

/** What a facilitator asks for: ideas, or a gap, go into a gap. */
export interface MergeAsked {
  ideas: readonly string[];
  gap: string | null;
  into: string | null;
}

/**
 * Makes a decision and logs it with where everything stood before. A Refusal for gaps and ideas
 * that there are not, and for a merge that would lead round in a circle.
 */
export async function merge(c: Context<Env>, study: Study, asked: MergeAsked): Promise<string> {
  const { db } = c.var;
  const { defaultLanguage } = study.definition;
  const { ideas, gap, into } = asked;
  const [steps, gaps, { ideas: all }] = await Promise.all([
    gapSteps(db, study.id),
    gapsOf(db, study, defaultLanguage),
    gapDocument(db, study, defaultLanguage),
  ]);
  const isGap = (id: string) => gaps.some((known) => known.id === id);
  if (into !== null && !isGap(into)) throw new Refusal(422, 'There is no such gap to merge into.');
  if (gap !== null && !isGap(gap)) throw new Refusal(422, 'There is no such gap to merge.');
  const known = new Set(all.map(({ key }) => key));
  if (!ideas.every((key) => known.has(key))) throw new Refusal(422, 'There is no such idea.');
  const { gapOf, rootOf } = replay(steps);
  if (gap !== null && (into === null || rootOf(into) === rootOf(gap))) {
    throw new Refusal(409, 'A gap is merged into another one, and not round in a circle.');
  }
  const before = Object.fromEntries([
    ...ideas.map((key) => [key, gapOf(key) ?? null]),
    ...(gap === null ? [] : [[gap, rootOf(gap)]]),
  ]) as Record<string, string | null>;
  return addStep(db, study.id, { ideas: [...ideas], gap, into, before }, decisionOf(c));
}

/** Takes a decision back; a Refusal where there is none to take back. */
export async function unmerge(c: Context<Env>, study: Study, step: string): Promise<void> {
  const isDone = isUuid(step) && (await undoStep(c.var.db, study.id, step, decisionOf(c)));
  if (!isDone) throw new Refusal(404, 'There is no such step to undo.');
}

/** Stores another rule for confirming. */
export async function setRule(c: Context<Env>, study: Study, rule: ConfirmRule): Promise<void> {
  gapQuestionsFor(study);
  await store(c, study, withRule(study.definition, rule));
}

/** Fixes which items the ranking offers from now on; null offers all again. */
export async function setShown(
  c: Context<Env>,
  study: Study,
  items: readonly string[] | null,
): Promise<void> {
  gapQuestionsFor(study);
  const shown = items && [...new Set(items)];
  await store(c, study, withShown(study.definition, shown));
}

/**
 * Puts gaps that were added behind those that the check asks about; without ids, all that have
 * not been merged into others.
 */
export async function listGaps(
  c: Context<Env>,
  study: Study,
  ids?: readonly string[],
): Promise<string[]> {
  gapQuestionsFor(study);
  const { db } = c.var;
  const { gaps } = await gapDocument(db, study, study.definition.defaultLanguage);
  const free = gaps.filter(({ listed, mergedInto }) => !listed && mergedInto === null);
  if (ids && !ids.every((id) => free.some((gap) => gap.id === id))) {
    throw new Refusal(422, 'There is no such gap to put on the list.');
  }
  const chosen = free.filter(({ id }) => !ids || ids.includes(id));
  if (chosen.length === 0) return [];
  const more = chosen.map(({ id, name }) => ({ id, label: name }));
  await store(c, study, withGaps(study.definition, more));
  return chosen.map(({ id }) => id);
}

function decisionOf(c: Context<Env>) {
  return { by: c.var.principal?.name ?? null, at: c.var.config.now() };
}

async function store(c: Context<Env>, study: Study, edited: Definition | string): Promise<void> {
  if (typeof edited === 'string') throw new Refusal(422, edited);
  const outcome: ChangeOutcome | null = await changeStudy(c.var.db, study.id, {
    definition: edited,
    revision: study.definitionRevision,
    newVersion: true,
    by: c.var.principal?.name ?? null,
    now: c.var.config.now(),
  });
  if (!outcome) throw new Refusal(404, 'There is no such study.');
  if (outcome.outcome !== 'saved') {
    throw new Refusal(409, 'Somebody has changed the study meanwhile: read it again.');
  }
}
