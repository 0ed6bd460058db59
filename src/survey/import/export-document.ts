import { z } from 'zod';
import { BallotFileError } from '../../ranking/ballot-file.ts';
import { type Answers, answerIssues, issueMessage, visibleAnswers } from '../answer.ts';
import type { Definition } from '../definition.ts';
import { LANGUAGES } from '../language.ts';
import { everAsked, localise } from '../local-study.ts';
import { checkAmount, type ImportedResponse } from './imported.ts';

const Short = z.string().max(80).nullable();

const Document = z.object({
  schema: z.literal('plenary-export/1'),
  synthetic: z.boolean(),
  responses: z.array(
    z.object({
      voice: z.enum(['individual', 'table']).nullable(),
      table: Short,
      round: z.int().min(1).max(999).nullable(),
      event: Short,
      locale: z.enum(LANGUAGES).nullable(),
      mark: z.enum(['', 'participant', 'team', 'expert']).nullable().optional(),
      answers: z.record(z.string(), z.unknown()),
    }),
  ),
});

/** Whether a text looks like JSON, which no table and no PrefLib file does. */
export function isJson(text: string): boolean {
  return /^\s*\{/.test(text.slice(0, 1000));
}

/**
 * Reads the responses of a JSON export into a study. What was held back is read as not answered;
 * so are answers to questions that the study does not have. Throws a BallotFileError that names
 * the response (as its line) of the first thing that is wrong.
 */
export function documentResponses(
  definition: Definition,
  text: string,
  fileName: string,
): { responses: ImportedResponse[]; synthetic: boolean } {
  const fail = (line: number, reason: string): never => {
    throw new BallotFileError(fileName, line, reason);
  };
  const parsed = Document.safeParse(jsonOf(text) ?? fail(1, 'the file is no valid JSON'));
  if (!parsed.success) {
    const { path, message } = parsed.error.issues[0]!;
    const line = path[0] === 'responses' ? Number(path[1] ?? 0) + 1 : 1;
    return fail(line, `it is no export of answers: ${path.map(String).join('.')}: ${message}`);
  }
  const { responses, synthetic } = parsed.data;
  const asked = everAsked(definition);
  const studies = {
    individual: localise(asked, definition.defaultLanguage, 'individual'),
    table: localise(asked, definition.defaultLanguage, 'table'),
  };
  const known = new Set(definition.questions.map(({ id }) => id));
  checkAmount(responses.length, fileName, 1);
  return {
    synthetic,
    responses: responses.map((response, k): ImportedResponse => {
      const voice = response.voice ?? 'individual';
      const given: Answers = Object.fromEntries(
        Object.entries(response.answers).filter(([id]) => known.has(id)),
      );
      const issue = answerIssues(studies[voice], given).find(({ code }) => code !== 'required');
      if (issue) fail(k + 1, issueMessage(issue));
      return {
        answers: visibleAnswers(studies[voice], given),
        voice,
        table: response.table,
        round: response.round ?? 1,
        event: response.event,
        mark: response.mark === 'team' || response.mark === 'expert' ? response.mark : null,
        locale: response.locale ?? definition.defaultLanguage,
        key: String(k + 1),
      };
    }),
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
