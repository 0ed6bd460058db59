import type { Kysely } from 'kysely';
import { answersOf } from '../db/answers.ts';
import { currentTallies } from '../db/current-tallies.ts';
import {
  MOST_SAMPLED,
  questionResults,
  type QuestionResults,
  type SampledTexts,
  sampledTexts,
} from '../db/question-results.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { type LedgerState, type TallyHead, versionOf } from '../db/watermark.ts';
import type { Language } from '../survey/language.ts';
import { withItemsWritten } from '../survey/question-options.ts';
import type { ResultsDocument } from '../survey/results-document.ts';
import { asksQuality, type ResultsQuery, resultsParameters } from '../survey/results-query.ts';
import { gatherResults } from '../survey/results.ts';
import { ENGLISH_NAMES, type SegmentNames } from '../survey/segment.ts';
import type { DeepSlice } from '../survey/deep-figures.ts';
import { decodedTexts, needsTexts } from '../survey/slice-texts.ts';
import { type TextsBySlice, tallyDocument } from '../survey/tally-results.ts';
import { reviewQuality, textsWithQuality } from './quality-results-of.ts';
import {
  deepStatisticsOf,
  newestSample,
  type SampledDocument,
  withDeepFigures,
  withSample,
} from './sampled-results.ts';

/** Documents worked out lately, the latest last: a room that looks at one question shares one. */
const documents = new Map<string, ResultsDocument>();
const MOST_DOCUMENTS = 200;

/** Up to so many responses each document is worked out from every ballot while it is waited for. */
export const FEW_RESPONSES = 2000;

/** How labels are worded; the names belong to the language. */
export interface Reader {
  language: Language;
  names: SegmentNames;
}

export type ResultsStudy = Pick<Study, 'id' | 'definition' | 'synthetic'>;

/**
 * The results of one question: from the stored tallies, or taken from those worked out lately for
 * the same version, query and language. The document is shared: do not change it.
 *
 * In a study with many responses, what takes every ballot is worked out in the background and
 * joins the document when it is there (`sample`).
 *
 * @param reader in whose language labels are; the study's default language where not given
 * @returns `etag` changes whenever the document does, and `document` is read only when it is asked
 *   for
 * @example
 * const { etag, document } = await resultsOf(db, study, query);
 * (await document()).slices[0].n // 146
 */
export async function resultsOf(
  db: Kysely<Database>,
  study: ResultsStudy,
  query: ResultsQuery,
  reader: Reader = { language: study.definition.defaultLanguage, names: ENGLISH_NAMES },
): Promise<{ etag: string; document: () => Promise<ResultsDocument> }> {
  const head = await currentTallies(db, study);
  if (head && asksQuality(query)) await reviewQuality(db, study, head);
  const version = head ? versionOf(head) : 'none';
  const { language, names } = reader;
  const named = names === ENGLISH_NAMES ? 'api' : 'page';
  const place = [study.id, language, named, resultsParameters(query)].join(' ');
  const sample = newestSample(place);
  return {
    etag: `"${version}-${sample ? `${sample.id}-` : ''}${language}"`,
    document: async () => {
      const key = [version, sample?.id ?? '', place].join(' ');
      const document =
        documents.get(key) ??
        (head
          ? await work(db, study, query, reader, { head, version, sample, place })
          : await readAll(db, study, query, reader, version));
      documents.delete(key);
      documents.set(key, document);
      if (documents.size > MOST_DOCUMENTS) documents.delete(documents.keys().next().value!);
      return document;
    },
  };
}

interface Moment {
  head: TallyHead;
  version: string;
  sample: SampledDocument | null;
  place: string;
}

async function work(
  db: Kysely<Database>,
  study: ResultsStudy,
  query: ResultsQuery,
  reader: Reader,
  { head, version, sample, place }: Moment,
): Promise<ResultsDocument> {
  const { definition, id } = study;
  const question = definition.questions.find((candidate) => candidate.id === query.question);
  if (!question || question.kind === 'short-text' || question.kind === 'long-text') {
    const isQuality = asksQuality(query);
    if (isQuality) return textsWithQuality(db, study, query, reader, { head, version });
    return readAll(db, study, query, reader, version);
  }
  const results = await questionResults(db, study, query, head);
  const write = (texts: TextsBySlice): ResultsDocument => ({
    version,
    study: id,
    ...tallyDocument(definition, query, reader, results.tallies, texts),
  });
  if (!needsTexts(definition, question)) return write(new Map());
  const read = (most: number) => textsOf(db, study, query, { state: head.state, most }, results);
  if (head.counted <= FEW_RESPONSES) return write(decodedTexts((await read(FEW_RESPONSES)).texts));
  const deep = deepStatisticsOf(db);
  return withSample(place, sample, write(new Map()), async () => {
    // Without a thread of its own, the work is kept as small as that of a small study.
    const { texts, responses } = await read(deep ? MOST_SAMPLED : FEW_RESPONSES);
    if (!deep) return { document: write(decodedTexts(texts)), responses };
    const words = [...texts].map(([key, { writeIns }]) => [key, { writeIns }] as const);
    const document = write(new Map(words));
    const tallies = tallyBySlice(document, results.tallies);
    const slices = [...texts].flatMap(([key, { codes }]) => {
      const tally = tallies.get(key);
      return codes && tally ? [{ ...tally, codes }] : [];
    });
    const figures = await deep({
      definition: withItemsWritten(definition),
      question: question.id,
      slices,
    });
    return { document: withDeepFigures(document, figures), responses, figures };
  });
}

async function textsOf(
  db: Kysely<Database>,
  study: ResultsStudy,
  query: ResultsQuery,
  { state, most }: { state: LedgerState; most: number },
  { waiting }: QuestionResults,
): Promise<SampledTexts> {
  if (!waiting) return { texts: new Map(), responses: 0 };
  return sampledTexts(db, study, query, { waiting, state, most });
}

/** The slices that a document shows, by what their texts are called, with what they count. */
function tallyBySlice(
  { slices }: ResultsDocument,
  { all, slices: own }: QuestionResults['tallies'],
): Map<string, Omit<DeepSlice, 'codes'>> {
  const shown = new Set(slices.flatMap(({ key, suppressed }) => (suppressed ? [] : [key])));
  const found = new Map([['all', { key: 'all', tally: all }]]);
  for (const [value, { tally }] of own) {
    const key = slices.find((slice) => slice.key.endsWith(`:${value}`))?.key;
    if (key) found.set(`=${value}`, { key, tally });
  }
  for (const [name, { key }] of found) if (!shown.has(key)) found.delete(name);
  return found;
}

/** What people wrote is read, not counted. */
async function readAll(
  db: Kysely<Database>,
  study: ResultsStudy,
  query: ResultsQuery,
  { language, names }: Reader,
  version: string,
): Promise<ResultsDocument> {
  const results = gatherResults(study.definition, query, language, names);
  const filter = query.by === '@voice' ? {} : { voice: query.voice };
  for await (const rows of answersOf(db, study.id, filter)) {
    for (const row of rows) results.add(row);
  }
  return results.document(study.id, version);
}
