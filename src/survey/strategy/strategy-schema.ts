import { z } from 'zod';
import { LANGUAGES } from '../language.ts';
import type { StrategyDocument } from './strategy-document.ts';

const Filter = z.record(z.string(), z.string());

const Figure = z.strictObject({
  name: z.string(),
  value: z.union([z.number(), z.string()]).nullable(),
  method: z.string().describe('The statistic’s name in the notes on methods.'),
  question: z.string().nullable(),
  item: z.string().optional(),
  filter: Filter.optional(),
});

const Trace = z.strictObject({
  page: z.string().describe('The page that shows the figures.'),
  api: z.string().describe('The same as JSON.'),
  figures: z.array(Figure),
});

const Sentence = z.strictObject({
  kind: z.literal('sentence'),
  id: z.string(),
  text: z.string(),
  statement: z.string(),
  n: z.int().min(0).describe('Answers it stands on; 0 for what follows from the plan’s rules.'),
  certainty: z.enum(['firm', 'tentative', 'open', 'too-few', 'computed']),
  trace: Trace,
  fingerprint: z.string(),
  edited: z
    .strictObject({ by: z.string().nullable(), at: z.string(), original: z.string() })
    .optional(),
  stale: z.boolean().optional(),
});

const Table = z.strictObject({
  kind: z.literal('table'),
  id: z.string(),
  caption: z.string(),
  columns: z.array(z.strictObject({ label: z.string(), numeric: z.boolean() })),
  rows: z.array(z.array(z.string())),
  trace: Trace.optional(),
});

const Axis = z.strictObject({
  label: z.string(),
  min: z.number(),
  max: z.number(),
  reversed: z.boolean().optional(),
  cut: z.number().optional(),
});

const Chart = z.strictObject({
  kind: z.literal('chart'),
  id: z.string(),
  chart: z.enum(['intervals', 'bars', 'quadrant']),
  caption: z.string(),
  summary: z.string(),
  x: Axis,
  y: Axis.optional(),
  rows: z.array(
    z.strictObject({
      label: z.string(),
      x: z.number().nullable(),
      low: z.number().nullable(),
      high: z.number().nullable(),
      y: z.number().nullable().optional(),
      text: z.string(),
      group: z.number().optional(),
    }),
  ),
  trace: Trace.optional(),
});

const Quote = z.strictObject({
  kind: z.literal('quote'),
  id: z.string(),
  text: z.string(),
  about: z.string(),
  trace: Trace.optional(),
});

const Free = z.strictObject({ kind: z.literal('free'), id: z.string(), text: z.string() });

/**
 * The shape of a strategy as JSON (`strategy-document/1`), to describe it and to read it back.
 *
 * @example
 * const document: StrategyDocument = readStrategy(JSON.parse(text));
 */
export const StrategyBody = z.strictObject({
  schema: z.literal('strategy-document/1'),
  study: z.strictObject({ id: z.string(), title: z.string(), synthetic: z.boolean() }),
  title: z.string(),
  language: z.enum(LANGUAGES),
  filter: Filter,
  answersOf: z.string().optional().describe('Whose answers these are; missing for everyone.'),
  basis: z.string(),
  madeAt: z.iso.datetime(),
  sections: z.array(
    z.strictObject({
      key: z.union([
        z.literal([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]),
        z.literal('annex'),
      ]),
      title: z.string(),
      blocks: z.array(z.discriminatedUnion('kind', [Sentence, Table, Chart, Quote, Free])),
    }),
  ),
});

/**
 * A strategy that was written as JSON. Throws zod's error where it is none.
 *
 * @example
 * readStrategy(JSON.parse(JSON.stringify(document))) // equals document
 */
export function readStrategy(value: unknown): StrategyDocument {
  return StrategyBody.parse(value) as StrategyDocument;
}
