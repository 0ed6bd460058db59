import { z } from 'zod';
import { LANGUAGES } from '../survey/language.ts';
import { Text } from '../survey/text.ts';
import { StrategyChange } from '../survey/strategy/strategy-change.ts';
import { StrategyBody } from '../survey/strategy/strategy-schema.ts';
import { Next, Page } from './page-link.ts';

const choice = {
  language: z
    .enum(LANGUAGES)
    .optional()
    .describe('Of the document; the default language of the study where not given.'),
  where: z.string().max(2000).optional().describe('Whose answers: role:student;country:ES'),
  round: z.string().max(10).optional().describe('A number, or all (default).'),
  quality: z.string().max(20).optional().describe('all (default), or clean: flagged answers out.'),
};

/** Which strategy of a study. */
export const StrategyQuery = z.object(choice);

/** Longest texts of comments and versions, in UTF-16 units. */
export const LONGEST_TOLD = { comment: 2000, name: 120, note: 1000, author: 80 } as const;

const revision = z.int().min(0).describe('Of the strategy that was read; 0 for a fresh one.');

/** Changes to a strategy: all of them or none. */
export const StrategyChanges = z.strictObject({
  ...choice,
  revision,
  changes: z.array(StrategyChange).min(1).max(50),
});

/** A strategy with what people changed in it. */
export const StrategyView = z.object({
  revision: z.int(),
  changedAt: z.iso.datetime().nullable(),
  changedBy: z.string().nullable(),
  document: StrategyBody.describe('As it is read: with own words, and without what is left out.'),
  leftOut: z.array(z.string()).describe('Ids of blocks.'),
  leftOutOtherwise: z
    .array(
      z.object({
        block: z.string(),
        section: z.union([z.int(), z.literal('annex')]),
        said: z.string().describe('What it said when it was left out.'),
        says: z.string().describe('What it would say now.'),
        by: z.string().nullable(),
        at: z.iso.datetime(),
      }),
    )
    .describe('Left-out sentences whose figures are others now.'),
  sectionsLeftOut: z.array(z.union([z.int(), z.literal('annex')])),
  lost: z
    .array(
      z.object({
        block: z.string(),
        section: z.union([z.int(), z.literal('annex')]),
        text: z.string(),
        original: z.string(),
      }),
    )
    .describe('Own words whose sentence is made no more.'),
});

/** Freezes the strategy that was read. */
export const NewVersion = z.strictObject({
  ...choice,
  revision,
  name: z.string().trim().min(1).max(LONGEST_TOLD.name),
  note: z.string().trim().max(LONGEST_TOLD.note).default(''),
  signedBy: z.string().trim().min(1).max(LONGEST_TOLD.name).nullable().default(null),
});

/** A frozen strategy in a list. */
export const VersionHead = z.object({
  id: z.uuid(),
  language: z.enum(LANGUAGES),
  filter: z.string(),
  name: z.string(),
  note: z.string(),
  signedBy: z.string().nullable(),
  basis: z.string(),
  hash: z.string().describe('SHA-256 of the document: JSON with sorted keys and no spaces.'),
  frozenAt: z.iso.datetime(),
  frozenBy: z.string().nullable(),
});

/** Frozen strategies. */
export const Versions = z.object({ versions: z.array(VersionHead), next: Next });

/** A frozen strategy. */
export const WholeVersion = VersionHead.extend({
  intact: z.boolean().describe('The document still has its hash.'),
  document: StrategyBody,
  changedSince: z.object({
    data: z.boolean().describe('Results or plan are others than they were.'),
    sentences: z.int().describe('Of its generated sentences, how many would read otherwise.'),
  }),
});

/** Which two versions are compared. */
export const DifferencesQuery = z.object({
  from: z.uuid().describe('The older version.'),
  to: z.union([z.uuid(), z.literal('draft')]).default('draft'),
});

const Value = z.union([z.number(), z.string()]).nullable();
const Section = z.union([z.int(), z.literal('annex')]);

/** What differs between two versions. */
export const Differences = z.object({
  title: z.object({ from: z.string(), to: z.string() }).nullable(),
  sections: z.array(
    z.object({
      key: Section,
      title: z.string(),
      differences: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['sentence', 'table', 'chart', 'quote', 'free']),
          change: z.enum(['added', 'removed', 'changed']),
          from: z.string().nullable(),
          to: z.string().nullable(),
          figures: z.array(
            z.object({
              name: z.string(),
              method: z.string(),
              question: z.string().nullable(),
              item: z.string().optional(),
              filter: z.record(z.string(), z.string()).optional(),
              from: Value,
              to: Value,
            }),
          ),
        }),
      ),
    }),
  ),
  counts: z.object({
    added: z.int(),
    removed: z.int(),
    changed: z.int(),
    figures: z.int(),
  }),
});

/** Whose strategies are compared. */
export const CompareQuery = z.object({
  language: choice.language,
  where: z.string().max(2000).optional().describe('The first group; everyone where not given.'),
  with: z.string().max(2000).optional().describe('The second group, written alike.'),
  other: z
    .string()
    .max(100)
    .optional()
    .describe('The study of the second group, by its id; this one where not given.'),
});

const Pair = z.object({ text: z.string(), n: z.int(), certainty: z.string() }).loose().nullable();

/** The strategies of two groups side by side. */
export const ComparedBody = z.object({
  apart: z
    .boolean()
    .describe(
      'Nobody is in both groups; else nothing is tested. Taken to be so of two studies, which do not know who answers.',
    ),
  other: z
    .object({ id: z.uuid(), title: Text })
    .nullable()
    .describe('The study of the second group; null where both groups are of one study.'),
  matched: z
    .object({
      alike: z.array(z.string()).describe('Questions that both ask in the same way.'),
      onlyA: z.array(z.string()).describe('Questions that only the first study asks.'),
      onlyB: z.array(z.string()).describe('Questions that only the second study asks.'),
      unlike: z
        .array(
          z.object({
            question: z.string(),
            onlyA: z.array(z.string()).describe('Options that only the first study has.'),
            onlyB: z.array(z.string()).describe('Options that only the second study has.'),
          }),
        )
        .describe('Questions that both ask, with other options, another scale or other rules.'),
    })
    .nullable()
    .describe('The questions of two studies, matched by id; null for one study.'),
  sections: z.array(
    z.object({
      key: Section,
      title: z.string(),
      pairs: z.array(
        z.object({
          id: z.string(),
          a: Pair,
          b: Pair,
          verdict: z
            .enum(['same', 'differs', 'not-shown', 'untested'])
            .describe('`differs` only where a test of the groups’ answers bears it.'),
          reason: z
            .enum(['one-side', 'overlap', 'unlike', 'no-test', 'too-few'])
            .nullable()
            .describe('Why nothing was tested; `one-side`: the other strategy says no such thing.'),
          pValue: z.number().nullable().describe('Corrected for all questions compared.'),
        }),
      ),
    }),
  ),
});

/** A comment of a member. */
export const NewComment = z.strictObject({
  ...choice,
  id: z.uuid().optional().describe('Sent twice, it is stored once.'),
  version: z.uuid().optional().describe('The frozen version; else the draft is meant.'),
  block: z
    .string()
    .max(300)
    .default('')
    .describe('A block’s id, `section:6`, or empty for the whole.'),
  text: z.string().trim().min(1).max(LONGEST_TOLD.comment),
});

/** Which comments. */
export const CommentsQuery = Page.extend({
  version: z.uuid().optional().describe('Those on one version; all of them where not given.'),
});

/** A comment. */
export const CommentBody = z.object({
  id: z.uuid(),
  version: z.uuid().nullable(),
  language: z.enum(LANGUAGES),
  filter: z.string(),
  block: z.string(),
  quote: z.string().describe('What stood there when it was written.'),
  text: z.string(),
  author: z.string(),
  guest: z.boolean().describe('Somebody with a link, who typed the name.'),
  madeAt: z.iso.datetime(),
  resolvedAt: z.iso.datetime().nullable(),
  resolvedBy: z.string().nullable(),
});

/** Comments in the order in which they were written. */
export const Comments = z.object({ comments: z.array(CommentBody), next: Next });

/** A comment that is dealt with, or open again. */
export const CommentChange = z.strictObject({ resolved: z.boolean() });

/** A link for people without an account. */
export const NewLink = z.strictObject({
  kind: z.enum(['read', 'review']).default('read').describe('`review`: its readers may comment.'),
  files: z.boolean().default(false).describe('Its readers may take the strategy home as a file.'),
  days: z.int().min(1).max(366).default(30).describe('For how long it leads anywhere.'),
});

/** A link; its address is told once, when it is made. */
export const LinkBody = z.object({
  id: z.uuid(),
  version: z.uuid(),
  kind: z.enum(['read', 'review']),
  files: z.boolean(),
  madeAt: z.iso.datetime(),
  madeBy: z.string().nullable(),
  expiresAt: z.iso.datetime(),
  endedAt: z.iso.datetime().nullable(),
});

/** The links to a version. */
export const Links = z.object({ links: z.array(LinkBody) });

/** A study published as a template. */
export const NewTemplate = z.strictObject({ name: z.string().trim().min(1).max(120) });

/** A template of the organisation. */
export const TemplateBody = z.object({
  id: z.uuid(),
  name: z.string(),
  questions: z.int(),
  findings: z.array(
    z
      .object({ kind: z.enum(['order', 'shares', 'median', 'means']), question: z.string() })
      .loose()
      .describe('What the last round found.'),
  ),
  madeAt: z.iso.datetime(),
  madeBy: z.string().nullable(),
});

/** The templates of an organisation. */
export const Templates = z.object({ templates: z.array(TemplateBody) });

/** A study started from a template. */
export const FromTemplate = z.strictObject({
  lastTime: z
    .boolean()
    .default(false)
    .describe('Tell participants below each ranking what came out last time.'),
});
