import { BallotFileError } from '../../ranking/ballot-file.ts';
import type { UnrankedMode } from '../../ranking/ranking.ts';
import { readBallots } from '../../ranking/read-ballots.ts';
import type { Definition } from '../definition.ts';
import { rankingQuestion } from '../export/ballots.ts';
import { ballotResponses } from './ballot-responses.ts';
import { documentResponses, isJson } from './export-document.ts';
import { isPreflib } from './file-lines.ts';
import type { ImportedResponse } from './imported.ts';
import { responseRows } from './response-rows.ts';
import { studyFromBallots } from './study-from-ballots.ts';

/**
 * Reads a file for a study: a table of responses or a JSON document as the export writes them, a
 * PrefLib file, or a table with a rank per item. The last two are rankings of one question.
 * Throws a BallotFileError that names the line of the first thing that is wrong.
 *
 * @param question id of the ranking question; the primary one without it
 * @example
 * readImport(study, { text, fileName: 'ballots.soc' }) // 146 responses
 */
export function readImport(
  study: { definition: Definition; synthetic: boolean },
  { text, fileName }: { text: string; fileName: string },
  questionId?: string,
): ImportedResponse[] {
  const { definition } = study;
  if (!isPreflib(text, fileName)) {
    const rows = isJson(text)
      ? documentResponses(definition, text, fileName)
      : responseRows(definition, text, fileName);
    if (rows?.synthetic && !study.synthetic) {
      const reason = 'these answers are synthetic and would mix with those of real people';
      throw new BallotFileError(fileName, 1, reason);
    }
    if (rows) return rows.responses;
  }
  const question = rankingQuestion(definition, questionId);
  if (!question) {
    const which = questionId === undefined ? 'no ranking question' : `no ranking "${questionId}"`;
    throw new BallotFileError(fileName, 1, `the study has ${which} to put ballots into`);
  }
  return ballotResponses(definition, question, readBallots(text, fileName), text, fileName);
}

/** What a new study is called and how it counts; see `studyFromBallots`. */
export interface NewStudyOptions {
  title?: string | undefined;
  unranked?: UnrankedMode | undefined;
}

/** The definition that a file of ballots calls for, and the responses in it. */
export function readNewStudy(
  { text, fileName }: { text: string; fileName: string },
  options: NewStudyOptions = {},
): { definition: Definition; responses: ImportedResponse[] } {
  const file = readBallots(text, fileName);
  const definition = studyFromBallots(file, fileName, options);
  const question = rankingQuestion(definition)!;
  return { definition, responses: ballotResponses(definition, question, file, text, fileName) };
}
