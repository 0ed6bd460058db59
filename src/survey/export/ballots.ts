import { preflibText } from '../../ranking/preflib-text.ts';
import type { Ranking } from '../../ranking/ranking.ts';
import type { Definition, RankingQuestion } from '../definition.ts';
import { textIn } from '../language.ts';
import { optionsOf } from '../question-options.ts';
import type { Respondent } from '../respondent.ts';

/**
 * The ranking question that an export or import is about: the one named, else the primary one,
 * else the first; null when there is none of that name.
 */
export function rankingQuestion(definition: Definition, id?: string): RankingQuestion | null {
  const rankings = definition.questions.filter((question) => question.kind === 'ranking');
  if (id !== undefined) return rankings.find((question) => question.id === id) ?? null;
  return rankings.find((question) => question.primary) ?? rankings[0] ?? null;
}

/**
 * The rankings of one question as a PrefLib file: people's own (a table's ranking is another kind
 * of voice), without write-ins and "no opinion", labels in the study's default language. The
 * title of a synthetic study says so.
 */
export function preflibExport(
  definition: Definition,
  question: RankingQuestion,
  respondents: readonly Respondent[],
  { synthetic = false }: { synthetic?: boolean } = {},
): string {
  const language = definition.defaultLanguage;
  const options = optionsOf(definition, question);
  const place = new Map(options.map(({ id }, k) => [id, k]));
  const ballots = respondents
    .filter(({ voice }) => voice === 'individual')
    .flatMap(({ answers }) => {
      const ranking = rankingOf(answers[question.id], place);
      return ranking ? [{ count: 1, ranking }] : [];
    });
  const names = options.map(({ label }) => textIn(label, language, language));
  const title = textIn(question.title, language, language);
  return preflibText(names, ballots, { title: synthetic ? `Synthetic: ${title}` : title });
}

function rankingOf(answer: unknown, place: ReadonlyMap<unknown, number>): Ranking | null {
  if (!Array.isArray(answer)) return null;
  const groups = answer.map((group: unknown[]) => group.flatMap((item) => place.get(item) ?? []));
  return groups.filter((group) => group.length > 0);
}
