import type { CompareWith } from './compare-query.ts';
import type { Definition } from './definition.ts';
import { optionsOf } from './question-options.ts';
import type { ResultsQuery } from './results-query.ts';

/** A way of looking at results that a study offers by itself. */
export interface DefaultView {
  id: 'city-size' | 'rural' | 'experts';
  where: ResultsQuery['where'];
  compare: CompareWith;
}

/**
 * The comparisons that a study offers without being asked: small and medium-sized cities against
 * large ones, where a question's options say what class of city they are; rural areas against the
 * others, where they carry Eurostat's degrees of urbanisation; invited experts against everybody
 * else, where there are any.
 *
 * @param marks what people who answered came as
 * @example
 * defaultViews(definition, ['participant', 'expert']).map(({ id }) => id) // ['city-size', 'experts']
 */
export function defaultViews(definition: Definition, marks: readonly string[] = []): DefaultView[] {
  const views: DefaultView[] = [];
  for (const question of definition.questions) {
    if ((question.kind !== 'single' && question.kind !== 'scale') || question.hidden) continue;
    const options = optionsOf(definition, question);
    const ids = (holds: (option: (typeof options)[number]) => boolean) =>
      options.filter(holds).map(({ id }) => id);
    const large = ids(({ cityClass }) => cityClass === 'large');
    const smaller = ids(({ cityClass }) => cityClass === 'small' || cityClass === 'medium');
    if (large.length > 0 && smaller.length > 0) {
      views.push({
        id: 'city-size',
        where: [{ segment: question.id, values: smaller }],
        compare: { where: [{ segment: question.id, values: large }], voice: 'individual' },
      });
    }
    const rural = ids(({ code }) => code === RURAL);
    const urban = ids(({ code }) => code !== RURAL && /^DEG\d$/.test(code ?? ''));
    if (rural.length > 0 && urban.length > 0) {
      views.push({
        id: 'rural',
        where: [{ segment: question.id, values: rural }],
        compare: { where: [{ segment: question.id, values: urban }], voice: 'individual' },
      });
    }
  }
  if (marks.includes('expert') && marks.some((mark) => mark !== 'expert' && mark !== '')) {
    views.push({
      id: 'experts',
      where: [{ segment: '@mark', values: ['expert'] }],
      compare: 'others',
    });
  }
  return views;
}

/** Thinly populated areas, by degree of urbanisation. */
const RURAL = 'DEG3';
