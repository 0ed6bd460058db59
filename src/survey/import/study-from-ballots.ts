import { type BallotFile, BallotFileError } from '../../ranking/ballot-file.ts';
import type { UnrankedMode } from '../../ranking/ranking.ts';
import { Definition } from '../definition.ts';

/** The one question of a study made from a file of ballots. */
export const IMPORTED_QUESTION = 'ranking';

/**
 * A study with one ranking question about the items of a file, in English. Items keep the numbers
 * of a PrefLib file as `item-1`, `item-2` …; ties are allowed when the file has them.
 * Throws a BallotFileError where the items can't be a question: one item only, names too long.
 *
 * @example
 * studyFromBallots(readPreflib(text, 'a.soc'), 'a.soc', { title: 'Courses' }).questions.length // 1
 */
export function studyFromBallots(
  file: BallotFile,
  fileName: string,
  { title, unranked }: { title?: string | undefined; unranked?: UnrankedMode | undefined } = {},
): Definition {
  const { items, ballots } = file;
  if (items.length < 2) {
    throw new BallotFileError(fileName, 1, 'a study needs at least 2 items to rank');
  }
  const en = (text: string) => ({ en: text });
  const bare = fileName.split(/[\\/]/).at(-1)!;
  const name = (title ?? file.title ?? bare).trim().slice(0, 130) || 'Imported rankings';
  const ties = ballots.some(({ ranking }) => ranking.some((group) => group.length > 1));
  const result = Definition.safeParse({
    schema: 'study-template/1',
    id: 'imported-rankings',
    version: '1.0.0',
    languages: ['en'],
    defaultLanguage: 'en',
    reviewed: { en: true },
    kind: 'survey',
    estimatedMinutes: { individual: 2, table: 5 },
    privacy: { minCell: 5 },
    source: `Imported from ${bare}`.slice(0, 300),
    title: en(name),
    intro: en('Put the items in order, the one that matters most to you first.'),
    consent: en('Your answers are stored without your name and used for this study only.'),
    thanks: en('Thank you. Your ranking has been counted.'),
    dontKnow: en("I don't know"),
    scales: [],
    sections: [{ id: 'ranking', title: en('Ranking') }],
    lists: {
      items: items.map((item, k) => ({
        id: typeof item.id === 'number' ? `item-${item.id}` : `item-${k + 1}`,
        label: en(item.name),
      })),
    },
    questions: [
      {
        id: IMPORTED_QUESTION,
        kind: 'ranking',
        section: 'ranking',
        required: true,
        title: en(name),
        optionsFrom: 'items',
        min: 1,
        max: items.length,
        ties,
        randomise: true,
        primary: true,
        ...(unranked && { unranked }),
      },
    ],
    segments: ['@table', '@round', '@event', '@language'],
    analyses: [{ id: 'order', kind: 'rank-aggregate', question: IMPORTED_QUESTION }],
    workshop: { guidingQuestions: [], challengeCards: [], agenda: [], timezone: 'UTC', roles: [] },
  });
  if (result.success) return result.data;
  const { path, message } = result.error.issues[0]!;
  const item = path[0] === 'lists' ? items[Number(path[2])] : undefined;
  throw new BallotFileError(
    fileName,
    1,
    item ? `item "${item.name.slice(0, 40)}": ${message}` : message,
  );
}
