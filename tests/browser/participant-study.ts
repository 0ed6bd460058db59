import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { createStudy, setStudyStatus, type Study } from '../../src/db/studies.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { template } from '../../src/survey/templates.ts';
import { openPage, type ServedApp } from './browser.ts';

/** A phone as most participants have one. */
export const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  locale: 'en',
};

/** An open study made of some questions of a template. */
export async function openStudy(
  served: ServedApp,
  templateId: string,
  questionIds?: readonly string[],
): Promise<Study> {
  const definition = template(templateId)!;
  if (questionIds) {
    definition.questions = definition.questions.filter(({ id }) => questionIds.includes(id));
    definition.segments = [];
    definition.analyses = [];
    for (const item of definition.workshop.agenda) item.questions = [];
  }
  for (const question of definition.questions) {
    if (question.kind === 'ranking') delete question.optionsFilter;
  }
  const study = await createStudy(served.db, { definition, now: new Date() });
  await setStudyStatus(served.db, study.id, 'open', new Date());
  return study;
}

/** Opens a study's page and agrees to take part. */
export async function takePart(
  browser: Browser,
  served: ServedApp,
  study: Study,
  options: BrowserContextOptions = PHONE,
): Promise<{ page: Page; errors: string[] }> {
  const opened = await openPage(browser, options);
  await opened.page.goto(joinAddress(served, study));
  await primary(opened.page).click();
  return opened;
}

export function joinAddress({ url }: ServedApp, { joinCode }: Study): string {
  return `${url}/j/${formatJoinCode(joinCode)}`;
}

/** The button that leads on. */
export function primary(page: Page): Locator {
  return page.locator('.bar .primary:visible');
}

/** What is ranked, in the order of the second move. */
export async function orderOn(page: Page): Promise<string[]> {
  const names = await page.locator('.order .name').allTextContents();
  return names.map((name) => name.replace(/^\d+\. /, ''));
}

/** Picks the first `count` items from the top and goes to the order. */
export async function pickFirst(page: Page, count: number): Promise<string[]> {
  for (let index = 0; index < count; index += 1) await page.locator('.pick').nth(index).click();
  await primary(page).click();
  return orderOn(page);
}

/** The ids of the responses that are stored, with their revisions and answers. */
export async function storedResponses(served: ServedApp, study: Study) {
  return served.db
    .selectFrom('response')
    .select(['id', 'revision', 'entry', 'shown', 'locale'])
    .where('study_id', '=', study.id)
    .execute();
}
