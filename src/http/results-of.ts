import type { Kysely } from 'kysely';
import { answersOf, responseVersion } from '../db/answers.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import type { Language } from '../survey/language.ts';
import type { ResultsDocument } from '../survey/results-document.ts';
import { type ResultsQuery, resultsParameters } from '../survey/results-query.ts';
import { gatherResults } from '../survey/results.ts';
import { ENGLISH_NAMES, type SegmentNames } from '../survey/segment.ts';

/** Documents worked out lately, the latest last: a room that looks at one question shares one. */
const documents = new Map<string, ResultsDocument>();
const MOST_DOCUMENTS = 200;

/** How labels are worded; the names belong to the language. */
export interface Reader {
  language: Language;
  names: SegmentNames;
}

/**
 * The results of one question, worked out from all responses or taken from those worked out
 * lately for the same version, query and language. The document is shared: do not change it.
 *
 * @param reader in whose language labels are; the study's default language where not given
 * @returns `etag` changes with every response, and `document` is read only when it is asked for
 * @example
 * const { etag, document } = await resultsOf(db, study, query);
 * (await document()).slices[0].n // 146
 */
export async function resultsOf(
  db: Kysely<Database>,
  study: Pick<Study, 'id' | 'definition'>,
  query: ResultsQuery,
  reader: Reader = { language: study.definition.defaultLanguage, names: ENGLISH_NAMES },
): Promise<{ etag: string; document: () => Promise<ResultsDocument> }> {
  const version = await responseVersion(db, study.id);
  const { language, names } = reader;
  return {
    etag: `"${version}-${language}"`,
    document: async () => {
      const named = names === ENGLISH_NAMES ? 'api' : 'page';
      const key = [study.id, version, language, named, resultsParameters(query)].join(' ');
      const document =
        documents.get(key) ?? (await work(db, study, query, { language, names }, version));
      documents.delete(key);
      documents.set(key, document);
      if (documents.size > MOST_DOCUMENTS) documents.delete(documents.keys().next().value!);
      return document;
    },
  };
}

async function work(
  db: Kysely<Database>,
  study: Pick<Study, 'id' | 'definition'>,
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

/**
 * Whether the reader's copy is still the right one.
 *
 * @example
 * isCurrent('"7-open-0-3-en", W/"x"', '"7-open-0-3-en"') // true
 */
export function isCurrent(ifNoneMatch: string | undefined, etag: string): boolean {
  const tags = (ifNoneMatch ?? '').split(',').map((tag) => tag.trim().replace(/^W\//, ''));
  return tags.some((tag) => tag === etag || tag === '*');
}
