import type { Context } from 'hono';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Database } from '../db/schema.ts';
import { addComment, MOST_COMMENTS, resolveComment } from '../db/strategy/comments.ts';
import type { Study } from '../db/studies.ts';
import { textOfBlock } from '../survey/strategy/document-differences.ts';
import type { StrategyDocument } from '../survey/strategy/strategy-document.ts';
import { filterText } from '../survey/strategy/strategy-filter.ts';
import type { Env } from './env.ts';
import { Refusal } from './refusal.ts';
import { LONGEST_TOLD } from './strategy-body.ts';

/** What somebody says about a strategy. */
export interface Remark {
  id: string;
  /** The frozen version that was read; null for the draft. */
  versionId: string | null;
  document: StrategyDocument;
  block: string;
  text: string;
  author: string;
  guest: boolean;
  at: Date;
}

const LONGEST_QUOTE = 300;

/** A comment as a form carries it. */
export const RemarkForm = z.object({
  /** Its id: sent twice, it is stored once. */
  remark: z.uuid(),
  block: z.string().max(300).default(''),
  text: z.string().trim().min(1).max(LONGEST_TOLD.comment),
});

/**
 * Stores a comment with what stood where it was made, once however often it is sent.
 *
 * @throws {Refusal} 422 for a place that the document does not have, 409 when there are too many
 */
export async function remark(
  db: Kysely<Database>,
  { id: studyId }: Pick<Study, 'id'>,
  { id, versionId, document, block, text, author, guest, at }: Remark,
): Promise<void> {
  const quote = quoteOf(document, block);
  if (quote === null) throw new Refusal(422, 'The strategy has no such place.');
  const outcome = await addComment(db, studyId, {
    id,
    versionId,
    language: document.language,
    filter: filterText(document.filter),
    block,
    quote: quote.slice(0, LONGEST_QUOTE),
    text,
    author,
    guest,
    madeAt: at,
  });
  if (outcome === 'full') {
    throw new Refusal(409, `A study keeps at most ${MOST_COMMENTS} comments.`);
  }
}

/** What stands at a place: a block, `section:6`, or '' for the whole; null where there is none. */
function quoteOf({ title, sections }: StrategyDocument, place: string): string | null {
  if (place === '') return title;
  const named = sections.find(({ key }) => place === `section:${key}`);
  if (named) return named.title;
  const block = sections.flatMap(({ blocks }) => blocks).find(({ id }) => id === place);
  return block ? textOfBlock(block).split('\n')[0]! : null;
}

/**
 * Stores the comment that a member's form carries.
 *
 * @throws {Refusal} 422 for a comment that is empty, too long, or about nothing that is there
 */
export async function sayRemark(
  c: Context<Env>,
  study: Study,
  { form, versionId, document }: { form: FormData } & Pick<Remark, 'versionId' | 'document'>,
): Promise<void> {
  const read = RemarkForm.safeParse(Object.fromEntries(form));
  if (!read.success) throw new Refusal(422, 'Write a comment of at most 2,000 characters.');
  const { remark: id, ...said } = read.data;
  await remark(c.var.db, study, {
    id,
    ...said,
    versionId,
    document,
    author: c.var.principal!.name,
    guest: false,
    at: c.var.config.now(),
  });
}

/** Marks a comment as resolved, or as open again, for the caller. */
export async function resolveFor(
  c: Context<Env>,
  { id }: Pick<Study, 'id'>,
  comment: string,
  resolved: boolean,
): Promise<void> {
  const done = { by: c.var.principal!.name, at: c.var.config.now() };
  if (!(await resolveComment(c.var.db, id, comment, resolved ? done : null))) {
    throw new Refusal(404, 'There is no such comment.');
  }
}
