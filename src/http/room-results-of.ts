import type { Kysely } from 'kysely';
import { responseVersion } from '../db/answers.ts';
import { listEvents, type RoomEvent } from '../db/room/events.ts';
import { type GuidingAnswer, guidingAnswers } from '../db/room/guiding-answers.ts';
import { tableTexts } from '../db/room/table-texts.ts';
import { answersByRound, roomAnswers, roomVersion } from '../db/room/room-ballots.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import type { RankingQuestion } from '../survey/definition.ts';
import { textIn } from '../survey/language.ts';
import { optionsOf, unrankedMode } from '../survey/question-options.ts';
import { rankingOf } from '../survey/ranking-results.ts';
import { type Filter, primaryQuestion } from '../survey/results-query.ts';
import { type PairedRounds, pairedRounds } from '../survey/room-analysis/paired-rounds.ts';
import { type RoomAnalysis, roomAnalysis } from '../survey/room-analysis/room-analysis.ts';
import { inSteps, type RoomBallot } from '../survey/room-analysis/room-ballot.ts';
import type { TableText } from '../survey/room/table-text.ts';
import { ENGLISH_NAMES } from '../survey/segment.ts';
import { type CompareDocument, compareOf } from './compare-of.ts';
import { Refusal } from './refusal.ts';
import type { Reader } from './results-of.ts';
import { eventsCompared, type EventsCompared } from './room-events-of.ts';

/** What a room says about one ranking: people and tables side by side, rounds, events. */
export interface RoomResultsDocument extends RoomAnalysis {
  version: string;
  study: string;
  question: { id: string; kind: 'ranking'; unranked: 'bottom' | 'ignore' };
  items: { id: string; name: string }[];
  minCell: number;
  /** The event that is looked at; null for all of them. */
  event: string | null;
  /** While people answer, members of a table appear in whole steps of `minCell`. */
  isStepped: boolean;
  events: EventsCompared;
  /** What tables have written to each guiding question, in the order of the study. */
  guides: { id: string; title: string; answers: Omit<GuidingAnswer, 'guide'>[] }[];
  /** Problems, solutions and conclusions on the tables' cards, as last written. */
  cards: Pick<TableText, 'kind' | 'event' | 'table' | 'text'>[];
  /** One group against the anonymous rest, where it was asked for. */
  benchmark: CompareDocument | null;
}

/** What is asked of a room. */
export interface RoomQuery {
  /** A ranking of the study; null for its first. */
  question: string | null;
  event: string | null;
  /** The one group that is compared with all others. */
  own: Filter | null;
}

/** More answers than this are asked for event by event. */
const MOST_ANSWERS = 8000;

const documents = new Map<string, RoomResultsDocument>();
const MOST_DOCUMENTS = 50;

/**
 * The analysis of a room for one ranking question. People's answers and tables' are never pooled;
 * small tables, small groups and small differences are held back.
 *
 * @example
 * const { document } = await roomResultsOf(db, study, { question: null, event: null, own: null });
 * (await document()).rounds[0]?.representation.overall?.own // 0.31
 */
export async function roomResultsOf(
  db: Kysely<Database>,
  study: Study,
  query: RoomQuery,
  reader: Reader = { language: study.definition.defaultLanguage, names: ENGLISH_NAMES },
): Promise<{ etag: string; document: () => Promise<RoomResultsDocument> }> {
  const question = rankingAsked(study, query.question);
  const version = `${await responseVersion(db, study.id)}.${await roomVersion(db, study.id)}`;
  const named = reader.names === ENGLISH_NAMES ? 'api' : 'page';
  const key = JSON.stringify([study.id, version, reader.language, named, question.id, query]);
  return {
    etag: `"room-${version}-${reader.language}"`,
    document: async () => {
      const known = documents.get(key);
      const document =
        known ?? (await work(db, study, { asked: question, query, version }, reader));
      documents.delete(key);
      documents.set(key, document);
      if (documents.size > MOST_DOCUMENTS) documents.delete(documents.keys().next().value!);
      return document;
    },
  };
}

async function work(
  db: Kysely<Database>,
  study: Study,
  { asked, query, version }: { asked: RankingQuestion; query: RoomQuery; version: string },
  reader: Reader,
): Promise<RoomResultsDocument> {
  const { definition } = study;
  const { event, own } = query;
  const events = await listEvents(db, study.id);
  const options = optionsOf(definition, asked);
  const { minCell } = definition.privacy;
  const mode = unrankedMode(asked);
  const { ballots, isStepped } = await ballotsOf(db, study, asked, { event, events });
  const answers = await answersByRound(db, study.id, asked.id);
  // Of the whole study: all its events are compared, whichever one is looked at.
  const hasRounds = [...answers.keys()].some((round) => round > 1);
  const everyone = { question: asked.id, by: null, voice: 'individual' } as const;
  const compared =
    own && (await compareOf(db, study, { ...everyone, where: [own] }, 'others', reader));
  const written = await guidingAnswers(db, study.id);
  const texts = await tableTexts(db, study.id);
  return {
    version,
    study: study.id,
    question: { id: asked.id, kind: 'ranking', unranked: mode },
    items: options.map(({ id, label }) => ({
      id,
      name: textIn(label, reader.language, definition.defaultLanguage),
    })),
    minCell,
    event,
    isStepped,
    ...roomAnalysis(options.length, ballots, { mode, minCell, answers }),
    events: await eventsCompared(db, study, asked, { events, hasRounds }, reader),
    guides: definition.workshop.guidingQuestions.map(({ id, title }) => ({
      id,
      title: textIn(title, reader.language, definition.defaultLanguage),
      answers: written
        .filter((one) => one.guide === id && (event === null || one.event === event))
        .map(({ event: at, table, text }) => ({ event: at, table, text })),
    })),
    cards: texts
      .filter((one) => one.kind !== 'guide' && (event === null || one.event === event))
      .map(({ kind, event: at, table, text }) => ({ kind, event: at, table, text })),
    benchmark: compared && (await compared.document()),
  };
}

/**
 * What changed in one event by people present in two rounds, as the analysis of the room has it,
 * without the interval of the change. Empty where nobody answered twice.
 */
export async function pairedOf(
  db: Kysely<Database>,
  study: Study,
  event: RoomEvent,
  question: RankingQuestion,
): Promise<PairedRounds[]> {
  const { definition } = study;
  const { ballots } = await ballotsOf(db, study, question, { event: event.key, events: [event] });
  return pairedRounds(optionsOf(definition, question).length, ballots, {
    mode: unrankedMode(question),
    minCell: definition.privacy.minCell,
    answers: await answersByRound(db, study.id, question.id),
    replicates: 0,
  });
}

function rankingAsked({ definition }: Study, id: string | null): RankingQuestion {
  const asked = id ?? primaryQuestion(definition).id;
  const question = definition.questions.find((candidate) => candidate.id === asked);
  if (!question) throw new Refusal(422, `The study has no question "${asked.slice(0, 60)}".`);
  if (question.kind !== 'ranking') {
    throw new Refusal(422, 'A room is analysed by its rankings: name a ranking question.');
  }
  return question;
}

/** The ballots that may be shown: all of events that have ended, whole steps of the others. */
async function ballotsOf(
  db: Kysely<Database>,
  { id, definition, status, synthetic }: Study,
  question: RankingQuestion,
  { event, events }: { event: string | null; events: readonly RoomEvent[] },
): Promise<{ ballots: RoomBallot[]; isStepped: boolean }> {
  const rows = await roomAnswers(db, id, { question: question.id, event, most: MOST_ANSWERS + 1 });
  if (rows.length > MOST_ANSWERS) {
    throw new Refusal(422, `There are more than ${MOST_ANSWERS} answers: choose one event.`);
  }
  const index = new Map(optionsOf(definition, question).map((option, place) => [option.id, place]));
  const ballots = rows.flatMap(({ answer, mark, ...row }): RoomBallot[] => {
    if (!Array.isArray(answer)) return [];
    const ranking = rankingOf(answer, index);
    return ranking.length > 0 ? [{ ...row, mark: mark ?? 'participant', ranking }] : [];
  });
  if (status !== 'open' || synthetic) return { ballots, isStepped: false };
  const ended = new Set(events.flatMap(({ key, state }) => (state.stage === 'ended' ? [key] : [])));
  const isOver = (ballot: RoomBallot) => ballot.event !== null && ended.has(ballot.event);
  const going = ballots.filter((ballot) => !isOver(ballot));
  const shown = new Set(inSteps(going, definition.privacy.minCell));
  return {
    ballots: ballots.filter((ballot) => isOver(ballot) || shown.has(ballot)),
    isStepped: going.length > 0,
  };
}
