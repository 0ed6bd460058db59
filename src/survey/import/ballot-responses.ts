import { type BallotFile, BallotFileError, type Item } from '../../ranking/ballot-file.ts';
import { answerIssues, issueMessage } from '../answer.ts';
import type { Definition, RankingQuestion } from '../definition.ts';
import { everAsked, localise } from '../local-study.ts';
import type { Option } from '../option.ts';
import { optionsOf } from '../question-options.ts';
import { lineOfBallot, lineOfItem } from './file-lines.ts';
import { checkAmount, type ImportedResponse } from './imported.ts';

/**
 * The ballots of a file as responses to one ranking question of a study. Items are matched by the
 * option's id, or by its name in any language; a line that counts k ballots gives k responses.
 * Throws a BallotFileError that names the line of an item that the question doesn't have, or of a
 * ballot that it doesn't allow (ties, too few, too many).
 *
 * @example
 * ballotResponses(definition, question, readBallots(text, 'a.soc'), text, 'a.soc').length // 146
 */
export function ballotResponses(
  definition: Definition,
  question: RankingQuestion,
  file: BallotFile,
  text: string,
  fileName: string,
): ImportedResponse[] {
  const options = matchItems(optionsOf(definition, question), file.items, (item, reason) => {
    const line = lineOfItem(text, fileName, item.id);
    throw new BallotFileError(fileName, line, `"${item.name.slice(0, 40)}" ${reason(question.id)}`);
  });
  const study = localise(everAsked(definition), definition.defaultLanguage, 'individual');
  const responses: ImportedResponse[] = [];
  file.ballots.forEach(({ count, ranking }, ballot) => {
    const answers = { [question.id]: ranking.map((group) => group.map((item) => options[item]!)) };
    const issue = answerIssues(study, answers).find(({ code }) => code !== 'required');
    if (issue) {
      const line = lineOfBallot(text, fileName, ballot);
      throw new BallotFileError(fileName, line, issueMessage(issue));
    }
    checkAmount(responses.length + count, fileName, 1);
    for (let k = 0; k < count; k++) {
      responses.push({
        answers,
        key: `${ballot}/${k}`,
        locale: definition.defaultLanguage,
        voice: 'individual',
        table: null,
        round: 1,
        event: null,
      });
    }
  });
  return responses;
}

type Fail = (item: Item, reason: (question: string) => string) => never;

/** The option that each item of a file stands for. */
function matchItems(options: readonly Option[], items: readonly Item[], fail: Fail): string[] {
  const byName = new Map<string, string>();
  for (const { id, label, short } of options) {
    for (const wording of [...Object.values(label), ...Object.values(short ?? {})]) {
      byName.set(plain(wording), id);
    }
  }
  const ids = new Set(options.map(({ id }) => id));
  const taken = new Map<string, string>();
  return items.map((item) => {
    const numbered = `item-${item.id}`;
    const option = [item.name, byName.get(plain(item.name)), numbered].find(
      (id) => id !== undefined && ids.has(id),
    );
    if (option === undefined) return fail(item, (id) => `is not an item of question "${id}"`);
    const other = taken.get(option);
    if (other !== undefined) {
      return fail(item, () => `is the same item as "${other.slice(0, 40)}"`);
    }
    taken.set(option, item.name);
    return option;
  });
}

function plain(text: string): string {
  return text.trim().replace(/\s+/g, ' ').toLowerCase();
}
