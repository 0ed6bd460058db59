import type { LocalQuestion, LocalOption, LocalStudy } from '../../src/survey/local-study.ts';

/** The order in which options stood on the screen: ids by question id. Stored with the answers. */
export type Shown = Record<string, string[]>;

/**
 * Draws this respondent's own start orders: every question that asks for one gets a shuffled order,
 * `as:ID` repeats the order of question ID, and other rankings keep the definition's order.
 *
 * @param random uniform on [0, 1)
 * @example
 * shownOrders(study, Math.random)['topic-ranking'] // ['energy', 'mobility', …]
 */
export function shownOrders(study: Pick<LocalStudy, 'questions'>, random: () => number): Shown {
  const shown: Shown = {};
  for (const { id, kind, randomise, options, rows } of study.questions) {
    if (!randomise && kind !== 'ranking') continue;
    const ids = (options ?? rows ?? []).map((option) => option.id);
    const same = typeof randomise === 'string' ? shown[randomise.slice(3)] : undefined;
    shown[id] = same ?? (randomise ? shuffled(ids, random) : ids);
  }
  return shown;
}

/** The options or rows of a question in this respondent's order; those without a place come last. */
export function inShownOrder(question: LocalQuestion, shown: Shown): LocalOption[] {
  const options = question.options ?? question.rows ?? [];
  const order = shown[question.id];
  if (!order) return options;
  const place = ({ id }: LocalOption) => (order.includes(id) ? order.indexOf(id) : order.length);
  return [...options].sort((a, b) => place(a) - place(b));
}

/** Fisher–Yates. */
function shuffled(ids: readonly string[], random: () => number): string[] {
  const order = [...ids];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}
