import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '../../src/survey/language.ts';
import { type LocalQuestion, localise, type LocalStudy } from '../../src/survey/local-study.ts';
import { template } from '../../src/survey/templates.ts';
import { voiceOf } from '../../web/pages/participant-page.tsx';
import type { Hand } from './hand.ts';

/** Somebody who answers the smart-city study, or another one, in one language. */
export interface Respondent {
  page: Page;
  hand: Hand;
  language: Language;
  /** Ids of competencies, best first. */
  ranking: readonly string[];
  /** The study as this person reads it, where it is another one. */
  study?: LocalStudy;
  /** The page is a plain form. */
  isPlain?: boolean;
  /** Picks the first two the wrong way round and puts them right when checking the order. */
  isHasty?: boolean;
}

/** For machines that are busy with other things. */
const PATIENT = { timeout: 60_000 };

const definition = template('smart-city-programme-manager')!;

/** The study as somebody reads it. */
export function studyIn(language: Language): LocalStudy {
  return localise(definition, language, 'individual');
}

/** The words of the page in a language. */
export const wordsIn = voiceOf;

/** The words on a competency. */
export function competency(language: Language, id: string): string {
  const { questions } = studyIn(language);
  const { options = [] } = questions.find((question) => question.id === 'competency-ranking')!;
  return options.find((option) => option.id === id)!.label;
}

/** A button by its words. */
export function button(page: Page, words: string | RegExp): Locator {
  return page.getByRole('button', {
    name: words,
    ...(typeof words === 'string' && { exact: true }),
  });
}

/** Answers every required question and stops before sending. */
export async function answerAll(respondent: Respondent): Promise<void> {
  const { page, hand, language } = respondent;
  const { say } = wordsIn(language);
  const { questions } = respondent.study ?? studyIn(language);
  await leave(respondent, () => hand.press(button(page, say('start'))));
  for (let step = 0; step < 40; step += 1) {
    const headings = await page.getByRole('heading').allInnerTexts();
    if (headings[0] === say('review')) return;
    const asked = questions.filter(({ title }) =>
      headings.some((heading) => heading === title || heading.startsWith(`${title} (`)),
    );
    expect(asked.length, headings.join(' / ')).toBeGreaterThan(0);
    await answerStep(respondent, asked);
  }
  throw new Error('The questions do not end.');
}

async function answerStep(respondent: Respondent, asked: LocalQuestion[]): Promise<void> {
  const { page, hand, language, isPlain } = respondent;
  const { say } = wordsIn(language);
  const [first] = asked;
  if (first?.kind === 'ranking' && !isPlain) return rank(respondent, first);
  for (const question of asked.filter(({ required }) => required)) {
    await answer(respondent, question);
  }
  return leave(respondent, () => hand.press(button(page, say('continue'))));
}

/** Ranks by picking in order, then checks the order. */
async function rank(respondent: Respondent, question: LocalQuestion): Promise<void> {
  const { page, hand, language, isHasty } = respondent;
  const { say } = wordsIn(language);
  if (!question.required) {
    return leave(respondent, () => hand.press(button(page, say('skip'))));
  }
  const labels = labelsOf(respondent, question);
  const [first = '', second = '', ...rest] = labels;
  for (const label of isHasty ? [second, first, ...rest] : labels) {
    const item = button(page, startingWith(label));
    // Where all have to be ranked, the last one gets its number by itself.
    const isByItself = question.complete && label === labels.at(-1);
    if (!isByItself) await hand.press(item);
    await expect.poll(() => item.getAttribute('aria-pressed'), PATIENT).toBe('true');
  }
  await leave(respondent, () => hand.press(button(page, say('checkOrder'))));
  if (isHasty) await hand.press(button(page, say('up', { item: first })));
  await expectOrder(page, labels);
  return leave(respondent, () => hand.press(button(page, say('continue'))));
}

/** Fails unless the list on the screen has these items, in this order. */
export async function expectOrder(page: Page, labels: readonly string[]): Promise<void> {
  const rows = page.getByRole('main').getByRole('list').first().getByRole('listitem');
  await expect
    .poll(async () => {
      const names = await rows.getByRole('button', { expanded: false }).allTextContents();
      return names.map((name) => name.replace(/^\d+\. /, ''));
    }, PATIENT)
    .toEqual(labels);
}

/** The items that somebody ranks, in their order and words; as few as may be where it is not the point. */
function labelsOf({ ranking }: Respondent, { id, options = [], min }: LocalQuestion): string[] {
  if (id !== 'competency-ranking') return options.slice(0, min).map(({ label }) => label);
  return ranking.map((item) => options.find((option) => option.id === item)!.label);
}

async function answer(respondent: Respondent, question: LocalQuestion): Promise<void> {
  const { page, hand, language } = respondent;
  const { title, kind, options = [], rows = [], points = [], countries } = question;
  const group = page.getByRole('group', { name: title });
  if (kind === 'ranking') {
    for (const [index, label] of labelsOf(respondent, question).entries()) {
      await hand.pickFrom(page.getByLabel(startingWith(label)), String(index + 1));
    }
  } else if (kind === 'rating-matrix') {
    for (const { label } of rows) {
      await hand.choose(group.getByRole('group', { name: label }).getByRole('radio').last());
    }
  } else if (countries) {
    const spain = new Intl.DisplayNames(language, { type: 'region' }).of('ES')!;
    await hand.pickFrom(page.getByLabel(title), spain);
  } else {
    const { label = '' } = options[0] ?? points[0] ?? {};
    const role = kind === 'multiple' ? 'checkbox' : 'radio';
    await hand.choose(group.getByRole(role, { name: startingWith(label) }));
  }
}

/** Does what leads to another screen and waits for its heading. */
export async function leave({ page }: Respondent, act: () => Promise<void>): Promise<void> {
  const heading = () =>
    page
      .getByRole('heading', { level: 1 })
      .innerText()
      .catch(() => '');
  const before = await heading();
  await act();
  await expect
    .poll(async () => [await heading(), await page.getByRole('alert').allInnerTexts()], {
      ...PATIENT,
      message: before,
    })
    .toEqual([expect.not.stringMatching(new RegExp(`^(${escaped(before)})?$`)), []]);
}

function startingWith(text: string): RegExp {
  return new RegExp(`^${escaped(text)}`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
