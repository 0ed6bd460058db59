import { type Context, Hono } from 'hono';
import { listPeople } from '../../src/db/room/people.ts';
import { listTables, type RoomTable } from '../../src/db/room/tables.ts';
import type { Study } from '../../src/db/studies.ts';
import type { Env } from '../../src/http/env.ts';
import { localised } from '../../src/http/localised.ts';
import { joinUrl, qrSvg } from '../../src/http/qr-code.ts';
import { receiptOf } from '../../src/http/receipt.ts';
import { eventFor } from '../../src/http/room-event-api.ts';
import { sheetResponseId, tableResponseId } from '../../src/http/room-seat.ts';
import { joinOrigin } from '../../src/http/site-origin.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import { namedIn, tableNameIn } from '../../src/survey/room/table-name.ts';
import {
  MOST_SERIAL,
  printedNumber,
  type Sheet,
  sheetNumber,
} from '../../src/survey/paper/sheet-number.ts';
import {
  chosenQuestions,
  questionPlaces,
  sheetQuestions,
} from '../../src/survey/paper/sheet-questions.ts';
import { paperTexts } from '../text/paper/texts.ts';
import { roomTexts } from '../text/room/texts.ts';
import { shareTexts } from '../text/share/texts.ts';
import { html } from './html.ts';
import { type PaperFrame, paperFrame, sheetLanguage } from './paper-frame.ts';
import { CodesSheet, HostSheet } from './print-host.tsx';
import { MOST_SHEETS, PER_SHEET, PrintHub } from './print-hub.tsx';
import { PrintPage } from './print-page.tsx';
import { PrintSheet, type PrintedSheet } from './print-sheet.tsx';
import { TableCardsPage } from './table-cards-page.tsx';

const PRINT = '/studies/:id/room/:event/print';

/** What an event needs on paper. */
export const printPages = new Hono<Env>()
  .get(PRINT, async (c) => {
    const frame = await frameFor(c);
    return hubPage(c, frame);
  })
  .get(`${PRINT}/sheets`, async (c) => sheetsPage(c, await frameFor(c)))
  .get(`${PRINT}/cards`, async (c) => cardsPage(c, await frameFor(c)))
  .get(`${PRINT}/host`, async (c) => {
    const own = await frameFor(c);
    const frame = inLanguage(own, sheetLanguageOf(c, own.study));
    return html(
      c,
      <PrintPage {...printing(frame, frame.tell('host'))} class="host-page">
        <HostSheet {...frame} />
      </PrintPage>,
    );
  })
  .get(`${PRINT}/codes`, async (c) => {
    const frame = await frameFor(c);
    const people = await listPeople(c.var.db, frame.event);
    const seated = new Map(
      frame.tables.map(({ id }) => [id, people.filter(({ tableId }) => tableId === id).length]),
    );
    const root = joinUrl(joinOrigin(c), frame.study.joinCode).replace(/^https?:\/\//, '');
    return html(
      c,
      <PrintPage {...printing(frame, frame.tell('codes'))} class="host-page">
        <CodesSheet {...frame} {...{ root, seated }} />
      </PrintPage>,
    );
  });

async function frameFor(c: Context<Env>): Promise<PaperFrame> {
  const { study, event } = await eventFor(c, 'run');
  return paperFrame(c, study, event, await listTables(c.var.db, event));
}

function printing({ language, event, assets, tell, path }: PaperFrame, title: string) {
  return { language, assets, tell, title: `${title} · ${event.name}`, back: `${path}/print` };
}

function sheetLanguageOf(c: Context<Env>, study: Study): Language {
  return sheetLanguage(study, c.req.query('in'));
}

/** The same frame in the language of what is printed. */
function inLanguage(frame: PaperFrame, language: Language): PaperFrame {
  return {
    ...frame,
    language,
    tables: frame.tables.map((table) => namedIn(language, table)),
    tell: paperTexts(language),
    text: roomTexts(language),
    words: (wording) => textIn(wording, language, frame.study.definition.defaultLanguage),
  };
}

/** A guess for rooms that nobody has joined yet. */
const SEATS = 6;

async function hubPage(c: Context<Env>, frame: PaperFrame, problem?: string): Promise<Response> {
  const { study, event, tables, language } = frame;
  const { questions } = localised(study.definition, language, 'individual');
  const joined = (await listPeople(c.var.db, event)).length;
  const people = joined || tables.length * SEATS || 2 * SEATS;
  const asked = sheetQuestions(questions);
  const hub = (
    <PrintHub
      {...frame}
      {...{ questions, asked, problem }}
      people={Math.min(people, MOST_SHEETS)}
    />
  );
  return html(c, hub, problem === undefined ? 200 : 422);
}

async function sheetsPage(c: Context<Env>, frame: PaperFrame): Promise<Response> {
  const { study, event, tables, path } = frame;
  const asked = c.req.query();
  const number = (name: string, least: number, most: number, otherwise: number) => {
    const value = Number(asked[name] ?? otherwise);
    return Number.isInteger(value) && value >= least && value <= most ? value : null;
  };
  const count = number('count', 1, MOST_SHEETS, SEATS);
  const first = number('first', 1, MOST_SERIAL, 1);
  const round = number('round', 1, 20, event.state.round);
  if (count === null || first === null || round === null) {
    return hubPage(c, frame, shareTexts(frame.language)('cardsWrong'));
  }
  const language = sheetLanguageOf(c, study);
  const printed = inLanguage(frame, language);
  const isTables = asked['for'] === 'tables' && tables.length > 0;
  const people = localised(study.definition, language, 'individual');
  const local = isTables ? localised(study.definition, language, 'table') : people;
  const ids = chosenQuestions(people.questions, (c.req.queries('q') ?? []).join('.')).map(
    ({ id }) => id,
  );
  const chosen = local.questions.filter(({ id }) => ids.includes(id));
  const questions = chosen.length > 0 ? chosen : sheetQuestions(local.questions);
  const places = questionPlaces(local.questions, questions);
  const plans: { sheet: Sheet; table: RoomTable | null }[] = isTables
    ? printed.tables.map((table) => ({
        sheet: { voice: 'table', round, serial: table.number },
        table,
      }))
    : Array.from({ length: Math.min(count, MOST_SERIAL - first + 1) }, (_, k) => ({
        sheet: { voice: 'individual', round, serial: first + k },
        table: null,
      }));
  const origin = joinOrigin(c);
  const sheets = await Promise.all(plans.map(toPrinted));
  const receipts = `${joinUrl(origin, study.joinCode).replace(/^https?:\/\//, '')}/receipt`;
  return html(
    c,
    <PrintPage {...printing(printed, printed.tell('sheets'))} class="sheets-page">
      <h1 class="sr">{printed.tell('sheets')}</h1>
      {sheets.map((sheet) => (
        <PrintSheet
          key={sheet.number}
          {...{ sheet, local, questions }}
          event={event.name}
          address={receipts}
          tell={printed.tell}
        />
      ))}
    </PrintPage>,
  );

  async function toPrinted({ sheet, table }: (typeof plans)[number]): Promise<PrintedSheet> {
    const { secret } = c.var.config;
    const printedAs = printedNumber(sheet);
    const id = table
      ? await tableResponseId(secret, table, round!)
      : await sheetResponseId(secret, event, sheetNumber(sheet));
    const typing = new URL(`${path}/paper`, origin);
    typing.searchParams.set('sheet', printedAs);
    if (places) typing.searchParams.set('q', places);
    return {
      number: printedAs,
      qr: qrSvg(typing.href),
      table: table?.name ?? null,
      receipt: await receiptOf(secret, study.id, id),
    };
  }
}

function cardsPage(c: Context<Env>, frame: PaperFrame): Response | Promise<Response> {
  const { study, event, tables, path, assets } = frame;
  if (tables.length === 0) return hubPage(c, frame, frame.tell('noTablesYet'));
  const language = sheetLanguageOf(c, study);
  const url = joinUrl(joinOrigin(c), study.joinCode);
  return html(
    c,
    <TableCardsPage
      title={event.name}
      back={`${path}/print`}
      code={formatJoinCode(study.joinCode)}
      short={`${new URL(url).host}/j`}
      cards={tables.map(({ name, number, code }) => ({
        name: tableNameIn(language, name, number),
        qr: qrSvg(`${url}/t/${code}?lang=${language}`),
      }))}
      per={PER_SHEET.find((per) => String(per) === c.req.query('per')) ?? 2}
      language={language}
      say={shareTexts(language)}
      assets={assets}
    />,
  );
}
