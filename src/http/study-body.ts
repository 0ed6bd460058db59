import { z } from 'zod';
import { Definition } from '../survey/definition.ts';
import { Quotas } from '../survey/distribution.ts';
import { templateIds } from '../survey/templates.ts';
import { Next } from './page-link.ts';

/** What makes a study: the id of a template, or a definition. */
export const NewStudy = z
  .strictObject({
    template: z.enum(templateIds as [string, ...string[]]).optional(),
    definition: Definition.optional(),
  })
  .refine((sent) => (sent.template === undefined) !== (sent.definition === undefined), {
    message: 'send either a template or a definition',
  });

/** The one thing about a study that can be replaced. */
export const StudyChange = z.strictObject({
  definition: Definition,
  revision: z
    .int()
    .min(1)
    .optional()
    .describe('Of the study that was changed; 409 when it is no longer the present one.'),
  newVersion: z
    .boolean()
    .default(false)
    .describe('Once somebody has answered: make a new version, if answers keep their meaning.'),
});

/** What differs between two versions of a study. */
const Change = z.object({
  kind: z.string().describe('Such as `text`, `option-added` or `question-removed`.'),
  effect: z
    .enum(['wording', 'added', 'rules', 'counting', 'refused'])
    .describe('What it does to answers that were given before.'),
  path: z.array(z.union([z.string(), z.number()])),
  question: z.string().optional(),
  option: z.string().optional(),
});

/** The log of a study's versions. */
export const Versions = z.object({
  version: z.int().describe('The present one.'),
  versions: z
    .array(
      z.object({
        version: z.int(),
        madeAt: z.iso.datetime(),
        madeBy: z.string().nullable(),
        changes: z.array(Change),
        responses: z.int().describe('Responses that fit this version.'),
      }),
    )
    .describe('Newest first; empty while there is only the first.'),
  next: Next,
});

/** Which page of the list of studies. */
export const StudyPage = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f-]{36}$/, 'take the cursor from `next` of the page before')
    .optional(),
});

/** How a study reaches people. */
export const DistributionBody = z.object({
  opensAt: z.iso.datetime().nullable().describe('When it is to open by itself.'),
  closesAt: z.iso.datetime().nullable().describe('When it is to close by itself.'),
  timeZone: z.string().nullable(),
  quotas: Quotas.nullable().describe('How many answers are taken.'),
  access: z.enum(['open', 'invited']).describe('`invited`: by personal links only.'),
  embedOrigins: z.array(z.string()).describe('Sites that may show the study in a frame.'),
});

const Status = z.enum(['draft', 'open', 'closed']);

/** What is told of a study that has just changed. */
export const StudyHead = z.object({ id: z.uuid(), joinCode: z.string(), status: Status });

/** A study in a list. */
export const StudyBody = StudyHead.extend({
  title: z.record(z.string(), z.string()),
  synthetic: z.boolean(),
  version: z.int().describe('Rises with each change made after somebody had answered.'),
  responses: z.int(),
  tables: z.int().optional().describe('In a list: responses that tables gave together.'),
  sharedBy: z
    .string()
    .nullable()
    .describe('The organisation that owns the study, where it is not the caller’s own.'),
  createdAt: z.iso.datetime(),
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
  distribution: DistributionBody,
});

/** A study with its definition. */
export const WholeStudy = StudyBody.extend({
  revision: z.int().describe('Rises with each change of the definition.'),
  testAnswers: z.int().describe('Answers given to try the study out; they never count.'),
  definition: z.object({}).loose().describe('As it was sent, with defaults filled in.'),
});
