import type { Answers } from '../answer.ts';
import type { Definition } from '../definition.ts';
import type { Respondent } from '../respondent.ts';
import { hiddenSegments, rareValues } from './suppress.ts';

/** A study with its answers, for another program; nothing in it names or times a person. */
export interface ExportDocument {
  schema: 'plenary-export/1';
  synthetic: boolean;
  definition: Definition;
  responses: ExportedResponse[];
}

/** One response; `null` where a value is suppressed, and `suppressed` names what is. */
export interface ExportedResponse {
  voice: 'individual' | 'table' | null;
  table: string | null;
  round: number | null;
  event: string | null;
  locale: string | null;
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
  { synthetic = false }: { synthetic?: boolean } = {},
): ExportDocument {
  const rare = rareValues(definition, respondents);
  const kept = definition.questions
    .filter((question) => !('personal' in question && question.personal))
    .map(({ id }) => id);
  const responses = respondents.map((respondent): ExportedResponse => {
    const hidden = hiddenSegments(respondent, rare);
    const { voice, table, round, event, locale, answers } = respondent;
    const shown = kept.filter((id) => !hidden.has(id) && Object.hasOwn(answers, id));
    return {
      voice: hidden.has('@voice') ? null : voice,
      table: hidden.has('@table') ? null : table,
      round: hidden.has('@round') ? null : round,
      event: hidden.has('@event') ? null : event,
      locale: hidden.has('@language') ? null : locale,
      answers: Object.fromEntries(shown.map((id) => [id, answers[id]])),
      ...(hidden.size > 0 && { suppressed: [...hidden] }),
    };
  });
  return { schema: 'plenary-export/1', synthetic, definition, responses };
}
