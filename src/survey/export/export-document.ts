import type { Answers } from '../answer.ts';
import type { Definition } from '../definition.ts';
import type { PracticeFacts, PracticeStatus } from '../gaps/practice.ts';
import type { Text } from '../language.ts';
import type { Respondent } from '../respondent.ts';
import type { ThemeLine } from '../theme.ts';
import { mergesOf } from '../write-in-merge.ts';
import type { ExtraColumns } from './columns.ts';
import { markValue } from '../segment.ts';
import type { PersonMark } from '../room/room-rights.ts';
import {
  channelOf,
  hiddenSegments,
  rareValues,
  shownChannels,
  shownDays,
  shownVersions,
} from './suppress.ts';

/** A study with its answers, for another program; nothing in it names or times a person. */
export interface ExportDocument {
  schema: 'plenary-export/1';
  synthetic: boolean;
  definition: Definition;
  responses: ExportedResponse[];
  /** Items that were made of write-ins, which nobody was shown; absent without any. */
  added?: { question: string; id: string; label: Text }[];
  /** The themes that texts were coded into; absent where none were. */
  themes?: readonly ThemeLine[];
  /** The register of good practice; absent while it is empty. */
  practices?: readonly ExportedPractice[];
}

/** A practice of the register. */
export type ExportedPractice = PracticeFacts & { status: PracticeStatus };

/** One response; `null` where a value is suppressed, and `suppressed` names what is. */
export interface ExportedResponse {
  voice: 'individual' | 'table' | null;
  table: string | null;
  round: number | null;
  event: string | null;
  locale: string | null;
  /** Only where somebody has a mark; '' of a table. */
  mark?: PersonMark | '' | null;
  /** Only where some answers came on paper. */
  channel?: 'online' | 'paper' | null;
  /** Only where it was asked for. */
  day?: string | null;
  version?: number | null;
  answers: Answers;
  suppressed?: string[];
}

/**
 * The JSON export, under the same rules as the table: no personal answers, rare values of
 * segments left out. Responses come in the order given, so shuffle them before.
 */
export function exportDocument(
  definition: Definition,
  respondents: readonly Respondent[],
  {
    synthetic = false,
    marks = false,
    channels = false,
    days = false,
    versions = false,
    themes = [],
    practices = [],
  }: ExtraColumns & {
    themes?: readonly ThemeLine[];
    practices?: readonly ExportedPractice[];
  } = {},
): ExportDocument {
  const rare = rareValues(definition, respondents);
  const known = shownDays(definition, respondents);
  const common = shownVersions(definition, respondents);
  const ways = shownChannels(definition, respondents);
  const kept = definition.questions
    .filter((question) => !('personal' in question && question.personal))
    .map(({ id }) => id);
  const responses = respondents.map((respondent): ExportedResponse => {
    const hidden = hiddenSegments(respondent, rare);
    const { voice, table, round, event, locale, day, version = 1, answers } = respondent;
    const channel = channelOf(respondent);
    const shown = kept.filter((id) => !hidden.has(id) && Object.hasOwn(answers, id));
    return {
      voice: hidden.has('@voice') ? null : voice,
      table: hidden.has('@table') ? null : table,
      round: hidden.has('@round') ? null : round,
      event: hidden.has('@event') ? null : event,
      locale: hidden.has('@language') ? null : locale,
      ...(marks && { mark: hidden.has('@mark') ? null : markValue(respondent) }),
      ...(channels && { channel: ways.has(channel) ? channel : null }),
      ...(versions && { version: common.has(version) ? version : null }),
      ...(days && { day: day !== undefined && known.has(day) ? day : null }),
      answers: Object.fromEntries(shown.map((id) => [id, answers[id]])),
      ...(hidden.size > 0 && { suppressed: [...hidden] }),
    };
  });
  const added = definition.questions.flatMap((question) =>
    (mergesOf(question)?.items ?? []).map(({ id, label }) => ({
      question: question.id,
      id,
      label,
    })),
  );
  return {
    schema: 'plenary-export/1',
    synthetic,
    definition,
    responses,
    ...(added.length > 0 && { added }),
    ...(themes.length > 0 && { themes }),
    ...(practices.length > 0 && { practices }),
  };
}
