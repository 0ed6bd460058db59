import { z } from 'zod';
import { Definition } from '../survey/definition.ts';
import { templateIds } from '../survey/templates.ts';

/** What makes a study: the id of a template, or a definition. */
export const NewStudy = z
  .strictObject({
    template: z.enum(templateIds as [string, ...string[]]).optional(),
    definition: Definition.optional(),
  })
  .refine((sent) => (sent.template === undefined) !== (sent.definition === undefined), {
    message: 'send either a template or a definition',
  });

/** The one thing about a study that can be replaced, and only before anybody answers. */
export const StudyChange = z.strictObject({ definition: Definition });

/** Which page of the list of studies. */
export const StudyPage = z.object({
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z
    .string()
    .regex(/^\d{1,15}\.[0-9a-f-]{36}$/, 'take the cursor from `next` of the page before')
    .optional(),
});

const Status = z.enum(['draft', 'open', 'closed']);

/** What is told of a study that has just changed. */
export const StudyHead = z.object({ id: z.uuid(), joinCode: z.string(), status: Status });

/** A study in a list. */
export const StudyBody = StudyHead.extend({
  title: z.record(z.string(), z.string()),
  synthetic: z.boolean(),
  responses: z.int(),
  createdAt: z.iso.datetime(),
  openedAt: z.iso.datetime().nullable(),
  closedAt: z.iso.datetime().nullable(),
});

/** A study with its definition. */
export const WholeStudy = StudyBody.extend({
  definition: z.object({}).loose().describe('As it was sent, with defaults filled in.'),
});
