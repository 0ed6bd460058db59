import type { RatingAnswers } from '../../needs/gap-sampler.ts';
import type { PlanRules } from '../../needs/plan-input.ts';
import type { Ranking } from '../../ranking/ranking.ts';
import { answerCoder, fittedRanking, placeOf } from '../answer-code.ts';
import type { Definition } from '../definition.ts';
import { optionsOf, scalePoints, unrankedMode } from '../question-options.ts';
import { rankingIn, tallyShape, whyLeftOut } from '../question-tally.ts';
import { moduleDrafts } from './planned.ts';
import type { PlanSettings } from './plan-settings.ts';
import { type CodedRow, ratingReader } from './response-ratings.ts';
import type { NeedRoles } from './roles.ts';
import { SAMPLES, type StabilityTask } from './stability-task.ts';
import { tableClusters } from './table-clusters.ts';

/**
 * What the stability of a plan is worked out from: what each respondent ranked, rated and wished.
 * Ratings and hours count as they do in needs: only complete pairs, and the hours only where the
 * limit is the median of these very respondents. Where they sat at tables, tables are drawn.
 *
 * @param items ids of the contents
 */
export function stabilityTask(
  definition: Definition,
  { roles, items }: { roles: NeedRoles; items: readonly string[] },
  settings: PlanSettings,
  hours: number,
  responses: readonly CodedRow[],
): StabilityTask {
  const modules = moduleDrafts(
    items.map((id) => ({ id })),
    settings,
  );
  const rules: PlanRules = { ...settings.rules, hours };
  const { duration, where, rankingPart } = settings;
  const asksHours = duration.from === 'answers' && duration.where === where;
  const rated = roles.level;
  const pointsOf = (id: string | null) => {
    const question = definition.questions.find((candidate) => candidate.id === id);
    return question ? scalePoints(definition, question).map(({ value }) => value) : [];
  };
  const points = pointsOf(rated);
  const levelOf = rated === null ? null : ratingReader(definition, rated, items);
  const isPaired = roles.importance !== null && pointsOf(roles.importance).join() === points.join();
  const importanceOf =
    isPaired && roles.importance ? ratingReader(definition, roles.importance, items) : null;
  const isRanked = roles.importance === null;
  const contents = definition.questions.find(({ id }) => id === roles.contents);
  return {
    modules,
    rules,
    rankingPart,
    items: items.length,
    places: modules.map(({ id }) => items.indexOf(id)),
    unranked: contents?.kind === 'ranking' ? unrankedMode(contents) : 'bottom',
    rankings: roles.contents
      ? responses.map(rankingReader(definition, roles.contents, items))
      : null,
    ratings:
      levelOf && importanceOf
        ? responses.map((response) => paired(importanceOf(response), levelOf(response)))
        : null,
    points,
    levels: levelOf && isRanked ? responses.map(levelOf) : null,
    hours:
      asksHours && roles.duration ? responses.map(numberReader(definition, roles.duration)) : null,
    respondents: responses.length,
    clusters: tableClusters(responses),
    samples: SAMPLES,
  };
}

function paired(
  importance: (number | null)[] | null,
  level: (number | null)[] | null,
): RatingAnswers {
  return importance && level ? { importance, level } : null;
}

/** Reads a ranking as groups of items by index; `null` for one that does not count. */
function rankingReader(
  definition: Definition,
  id: string,
  items: readonly string[],
): (response: CodedRow) => Ranking | null {
  const { questions } = answerCoder(definition);
  const field = questions.findIndex((question) => question.id === id);
  const question = questions[field]!;
  const shape = tallyShape(definition, question);
  const places = optionsOf(definition, question).map((option) => items.indexOf(option.id));
  return ({ row }) => {
    const code = fittedRanking(row[field] ?? '', shape.options);
    if (whyLeftOut(shape, code) !== null) return null;
    const groups = rankingIn(code)
      .map((group) => group.map((option) => places[option]!).filter((place) => place >= 0))
      .filter((group) => group.length > 0);
    return groups.length > 0 ? groups : null;
  };
}

/** Reads a number, or the value of a category; `null` where none was given or it is excluded. */
function numberReader(definition: Definition, id: string): (response: CodedRow) => number | null {
  const { questions } = answerCoder(definition);
  const field = questions.findIndex((question) => question.id === id);
  const question = questions[field]!;
  if (question.kind === 'number') {
    return ({ row }) => (row[field] ? Number(row[field]) : null);
  }
  const points = scalePoints(definition, question).map(({ value }) => value);
  const options = optionsOf(definition, question).map(({ value, exclude }, place) =>
    exclude ? null : (value ?? place + 1),
  );
  const values = points.length > 0 ? points : options;
  return ({ row }) => {
    const code = row[field] ?? '';
    return code === '' ? null : (values[placeOf(code.charCodeAt(0))] ?? null);
  };
}
