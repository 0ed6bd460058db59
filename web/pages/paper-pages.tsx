import { type Context, Hono } from 'hono';
import type { RoomEvent } from '../../src/db/room/events.ts';
import { listSheets } from '../../src/db/room/sheets.ts';
import { listTables } from '../../src/db/room/tables.ts';
import type { StoredResponse } from '../../src/db/responses.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { readForm } from '../../src/http/form-body.ts';
import { localised } from '../../src/http/localised.ts';
import { eventFor } from '../../src/http/room-event-api.ts';
import { enterSheet, readSheet, withdrawSheet } from '../../src/http/room-paper.ts';
import type { Answers } from '../../src/survey/answer.ts';
import type { LocalStudy } from '../../src/survey/local-study.ts';
import { printedNumber, readSheetNumber, type Sheet } from '../../src/survey/paper/sheet-number.ts';
import { chosenQuestions, questionPlaces } from '../../src/survey/paper/sheet-questions.ts';
import { readTyped, writeTyped } from '../../src/survey/paper/typed-answer.ts';
import { PERSON_MARKS } from '../../src/survey/room/room-rights.ts';
import { answerLines } from '../participant/answer-text.ts';
import { issueText } from '../participant/issue-text.ts';
import { PARTICIPANT_TEXTS, type Say } from '../text/participant/texts.ts';
import { translator } from '../../src/survey/catalogue.ts';
import { html } from './html.ts';
import { paperFrame, sheetLanguage } from './paper-frame.ts';
import { type PaperFields, PaperPage } from './paper-page.tsx';
import { typedProblem } from './paper-question.tsx';
import { type Fields, textOf } from './room-form.ts';

const PAPER = '/studies/:id/room/:event/paper';

/** Typing in sheets of paper; works without script. */
export const paperPages = new Hono<Env>()
  .get(PAPER, async (c) => {
    const { study, event } = await eventFor(c, 'run');
    const asked = c.req.query();
    const sheet = readSheetNumber(asked['sheet'] ?? '');
    const isWrong = Boolean(asked['sheet']) && !sheet;
    const fields = blank(study, asked);
    const done = DONE.find((name) => name === asked['done']);
    return paperPage(c, study, event, {
      sheet,
      fields,
      ...(isWrong && { problem: 'unknownSheet' as const }),
      ...(done && { done, of: asked['of'] ?? '' }),
    });
  })
  .post(PAPER, async (c) => {
    const { study, event } = await eventFor(c, 'run');
    const form = await readForm(c);
    const fields = fieldsIn(study, form);
    const sheet = readSheetNumber(fields.sheet);
    if (!sheet) return paperPage(c, study, event, { sheet, fields, problem: 'unknownSheet' });
    const query = new URLSearchParams({ ...kept(form, fields), sheet: printedNumber(sheet) });
    const page = `/studies/${study.id}/room/${event.id}/paper`;
    // A table's sheet has other questions than a person's.
    const isOther = sheet.voice !== textOf(form, 'voice');
    if (textOf(form, 'do') === 'open' || (isOther && study.status === 'open')) {
      return c.redirect(`${page}?${query}`, 303);
    }
    if (textOf(form, 'do') === 'take-back') return takeBack(c, study, event, sheet, form);
    return save(c, study, event, sheet, fields, form);
  });

const DONE = ['stored', 'correctedNow', 'sameAgain', 'takenBack'] as const;

interface Shown {
  sheet: Sheet | null;
  fields: PaperFields & { q: string };
  problems?: Record<string, string>;
  problem?: 'unknownSheet' | 'unknownTable' | 'nothing' | 'meanwhile' | { text: string };
  done?: (typeof DONE)[number];
  of?: string;
}

function blank(study: Study, asked: Record<string, string>): Shown['fields'] {
  return {
    sheet: asked['sheet'] ?? '',
    table: asked['table'] ?? '',
    mark: PERSON_MARKS.find((mark) => mark === asked['mark']) ?? 'participant',
    locale: sheetLanguage(study, asked['locale']),
    revision: 0,
    typed: {},
    q: asked['q'] ?? '',
  };
}

function fieldsIn(study: Study, form: Fields): Shown['fields'] {
  const typed = [...form.keys()]
    .filter((name) => name.startsWith('a.'))
    .map((name) => [name.slice(2), textOf(form, name)] as const);
  return {
    ...blank(study, {
      sheet: textOf(form, 'sheet'),
      table: textOf(form, 'table'),
      mark: textOf(form, 'mark'),
      locale: textOf(form, 'locale'),
      q: textOf(form, 'q'),
    }),
    revision: Number(textOf(form, 'revision')) || 0,
    typed: Object.fromEntries(typed),
  };
}

/** What stays the same from one sheet to the next. */
function kept(form: Fields, { table, locale, q }: Shown['fields']): Record<string, string> {
  return {
    ...(q && { q }),
    ...(table && { table }),
    ...(textOf(form, 'locale') && { locale }),
  };
}

async function save(
  c: Context<Env>,
  study: Study,
  event: RoomEvent,
  sheet: Sheet,
  fields: Shown['fields'],
  form: Fields,
): Promise<Response> {
  const { db, config } = c.var;
  const frame = paperFrame(c, study, event, await listTables(db, event));
  const local = localised(study.definition, fields.locale, sheet.voice);
  const [answers, problems]: [Answers, Record<string, string>] = [{}, {}];
  for (const question of local.questions) {
    const read = readTyped(question, fields.typed[question.id] ?? '');
    if ('problem' in read) problems[question.id] = typedProblem(read.problem, frame.tell);
    else if (read.answer !== undefined) answers[question.id] = read.answer;
  }
  const shown = { sheet, fields, problems };
  if (Object.keys(problems).length > 0) return paperPage(c, study, event, shown);
  if (Object.keys(answers).length === 0) {
    return paperPage(c, study, event, { ...shown, problem: 'nothing' });
  }
  const table = frame.tables.find(({ id }) => id === fields.table) ?? null;
  const outcome = await enterSheet(db, config, study, event, {
    sheet,
    table,
    mark: fields.mark,
    locale: fields.locale,
    answers,
    revision: fields.revision,
    by: c.var.principal!.name,
  });
  if ('receipt' in outcome) {
    const done = !outcome.changed
      ? 'sameAgain'
      : outcome.status === 200
        ? 'correctedNow'
        : 'stored';
    const of = printedNumber(sheet);
    const query = new URLSearchParams({ ...kept(form, fields), done, of });
    return c.redirect(`/studies/${study.id}/room/${event.id}/paper?${query}`, 303);
  }
  if ('stored' in outcome) {
    const seen = { ...fields, revision: outcome.stored.revision };
    return paperPage(c, study, event, { ...shown, fields: seen, problem: 'meanwhile' });
  }
  if ('issues' in outcome) {
    const say = participantSay(frame.language);
    for (const issue of outcome.issues) {
      problems[String(issue.path[1])] ??= issueText(issue, say);
    }
    const isOwn = Object.keys(problems).length > 0;
    return paperPage(c, study, event, { ...shown, ...(!isOwn && { problem: 'nothing' as const }) });
  }
  const problem = outcome.status === 404 ? 'unknownTable' : { text: outcome.error };
  return paperPage(c, study, event, { ...shown, problem });
}

async function takeBack(
  c: Context<Env>,
  study: Study,
  event: RoomEvent,
  sheet: Sheet,
  form: Fields,
): Promise<Response> {
  const by = c.var.principal!.name;
  const fields = fieldsIn(study, form);
  const problem = await withdrawSheet(c.var.db, c.var.config, study, event, { sheet, by });
  if (problem) {
    return paperPage(c, study, event, { sheet, fields, problem: { text: problem.error } });
  }
  const of = printedNumber(sheet);
  const query = new URLSearchParams({ ...kept(form, fields), done: 'takenBack', of });
  return c.redirect(`/studies/${study.id}/room/${event.id}/paper?${query}`, 303);
}

async function paperPage(
  c: Context<Env>,
  study: Study,
  event: RoomEvent,
  shown: Shown,
): Promise<Response> {
  const { db, config } = c.var;
  const frame = paperFrame(c, study, event, await listTables(db, event));
  const { sheet, problem, problems = {}, done } = shown;
  const isFresh = c.req.method === 'GET' && sheet !== null;
  const found = sheet && (isFresh || problem === 'meanwhile');
  const { stored } = found ? await readSheet(db, config, event, sheet) : { stored: null };
  const isKnown = stored !== null && stored.withdrawnAt === null;
  const voice = sheet?.voice ?? 'individual';
  const local = localised(study.definition, shown.fields.locale, voice);
  const asked = chosenQuestions(local.questions, shown.fields.q);
  const fields =
    isFresh && isKnown ? storedFields(shown.fields, stored, local, frame.tables) : shown.fields;
  const number = sheet ? printedNumber(sheet) : '';
  const text = noticeText();
  const before = done ? readSheetNumber(shown.of ?? '') : null;
  const lines = before
    ? await linesOf(before)
    : problem === 'meanwhile' && stored
      ? told(local, stored)
      : [];
  const isProblem = problem !== undefined || Object.keys(problems).length > 0;
  const page = (
    <PaperPage
      {...frame}
      {...{ local, voice, fields, problems }}
      asked={asked.map(({ id }) => id)}
      places={questionPlaces(local.questions, asked)}
      sheets={await listSheets(db, event)}
      {...(text !== null && { notice: { text, isProblem, lines } })}
    />
  );
  return html(c, page, isProblem && c.req.method === 'POST' ? 422 : 200);

  function noticeText(): string | null {
    const { tell } = frame;
    if (typeof problem === 'object') return problem.text;
    if (problem === 'meanwhile') return tell('meanwhile', { sheet: number });
    if (problem !== undefined) return tell(problem);
    if (Object.keys(problems).length > 0) return tell('lookAgain');
    if (done) return tell(done, { sheet: shown.of ?? '' });
    return isFresh && isKnown ? tell('already', { sheet: number }) : null;
  }

  async function linesOf(of: Sheet) {
    const saved = await readSheet(db, config, event, of);
    const own = localised(study.definition, frame.language, of.voice);
    return saved.stored?.answers ? told(own, saved.stored) : [];
  }

  function told(own: LocalStudy, { answers }: StoredResponse) {
    const say = participantSay(own.language);
    return own.questions.flatMap((question) => {
      const answer = answerLines(own, question, answers?.[question.id], say);
      return answer.length > 0 ? [{ title: question.title, answer }] : [];
    });
  }
}

/** A sheet as it was typed in. */
function storedFields(
  fields: Shown['fields'],
  stored: StoredResponse,
  local: LocalStudy,
  tables: readonly { id: string; key: string }[],
): Shown['fields'] {
  const answers = { ...stored.answers, ...stored.personal };
  return {
    ...fields,
    table: tables.find(({ key }) => key === stored.table)?.id ?? '',
    mark: stored.mark ?? 'participant',
    revision: stored.revision,
    typed: Object.fromEntries(
      local.questions.map((question) => [question.id, writeTyped(question, answers[question.id])]),
    ),
  };
}

function participantSay(language: PaperFields['locale']): Say {
  return translator(language, PARTICIPANT_TEXTS[language].island);
}
