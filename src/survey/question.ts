import { z } from 'zod';
import { COUNTRIES_LIST, Option, Options } from './option.ts';
import { Id, Text } from './text.ts';

const Count = z.int().min(0).max(300);
const ListName = z.union([Id, z.literal(COUNTRIES_LIST)]);

/** `true`: each respondent gets an own start order; `as:ID`: the same order as question ID. */
const Randomise = z.union(
  [z.boolean(), z.templateLiteral(['as:', z.string()])],
  'use true, false or as: and the id of a question',
);

const Audience = z.enum(['individual', 'table']);

const common = {
  id: Id,
  section: Id,
  stage: Id.optional(),
  audience: z
    .array(Audience)
    .min(1)
    .max(2)
    .default(() => [...Audience.options]),
  required: z.boolean().default(false),
  segment: z.literal(true).optional(),
  title: Text,
  help: Text.optional(),
  /** What came out in the round before, told to participants. */
  lastTime: Text.optional(),
  interactive: z.int().min(1).max(9).optional(),
  guidingQuestion: Id.optional(),
  showIf: z.strictObject({ question: Id, answered: z.literal(true) }).optional(),
  /** Asked no more; the answers that there are stay in results and exports. */
  hidden: z.literal(true).optional(),
};

const chosen = { options: Options.optional(), optionsFrom: ListName.optional() };

const Ranking = z.strictObject({
  ...common,
  ...chosen,
  kind: z.literal('ranking'),
  complete: z.literal(true).optional(),
  min: Count.optional(),
  max: Count.optional(),
  ties: z.boolean().default(false),
  writeIns: Count.max(20).optional(),
  randomise: Randomise.optional(),
  unranked: z.enum(['bottom', 'ignore']).optional(),
  noOpinion: z.literal(true).optional(),
  primary: z.literal(true).optional(),
  /** `shown`: the only options that are offered, by id; all of them where it is missing. */
  optionsFilter: z
    .strictObject({ validatedBy: Id, shown: z.array(Id).min(1).max(300).optional() })
    .optional(),
});

const Single = z.strictObject({
  ...common,
  ...chosen,
  kind: z.literal('single'),
  writeIns: z.int().min(0).max(1).optional(),
  randomise: Randomise.optional(),
});

const Multiple = z.strictObject({
  ...common,
  ...chosen,
  kind: z.literal('multiple'),
  min: Count.optional(),
  max: Count.optional(),
  randomise: Randomise.optional(),
});

const Unit = z.enum(['hours', 'weeks', 'percent', 'people']);

const ScaleQuestion = z.strictObject({
  ...common,
  ...chosen,
  kind: z.literal('scale'),
  scale: Id.optional(),
  unit: Unit.optional(),
});

const RatingMatrix = z.strictObject({
  ...common,
  kind: z.literal('rating-matrix'),
  rows: z.array(Option).min(1).max(300).optional(),
  rowsFrom: Id.optional(),
  scale: Id,
  allowDontKnow: z.literal(true).optional(),
  randomise: Randomise.optional(),
  confirmRule: z
    .strictObject({
      minShare: z.number().min(0).max(1),
      value: z.number(),
      minAnswers: z.int().min(1),
    })
    .optional(),
});

const NumberQuestion = z.strictObject({
  ...common,
  kind: z.literal('number'),
  min: z.number().optional(),
  max: z.number().optional(),
  step: z.number().positive().optional(),
  unit: Unit.optional(),
});

const text = {
  ...common,
  maxLength: z.int().min(1).max(5000),
  repeat: z.int().min(1).max(20).optional(),
  personal: z.literal(true).optional(),
  coding: z.strictObject({ list: Id, allowNew: z.boolean() }).optional(),
};

const ShortText = z.strictObject({ ...text, kind: z.literal('short-text') });
const LongText = z.strictObject({ ...text, kind: z.literal('long-text') });

/** A question of a study; `kind` says which other fields it has. */
export const Question = z.discriminatedUnion('kind', [
  Ranking,
  Single,
  Multiple,
  ScaleQuestion,
  RatingMatrix,
  NumberQuestion,
  ShortText,
  LongText,
]);

export type Question = z.infer<typeof Question>;
export type QuestionKind = Question['kind'];
export type RankingQuestion = z.infer<typeof Ranking>;
export type RatingMatrixQuestion = z.infer<typeof RatingMatrix>;
