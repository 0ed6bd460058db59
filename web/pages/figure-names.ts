import type { Definition } from '../../src/survey/definition.ts';
import { type Language, localeOf, textIn } from '../../src/survey/language.ts';
import { needRoles } from '../../src/survey/needs/roles.ts';
import { optionsOf } from '../../src/survey/question-options.ts';
import { readResultsQuery } from '../../src/survey/results-query.ts';
import { labeller, segmentOf } from '../../src/survey/segment.ts';
import { documentWords } from '../../src/survey/strategy/document-words.ts';
import { FIGURE_METHODS, type FigureMethod } from '../../src/survey/strategy/figure-methods.ts';
import type { TracedFigure } from '../../src/survey/strategy/strategy-document.ts';
import { FIGURE_NAMES } from '../../src/survey/strategy/figure-names/texts.ts';
import { resultsTexts } from '../text/results/texts.ts';
import { segmentNames } from './results-pages.tsx';

/** Says what a figure of a strategy is, in words. */
export interface FigureNames {
  /** The statistic and what it is of: “Mean rank: Law (Students)”. */
  name: (figure: Named) => string;
  /** A value of it: a share in per cent, items by their labels. */
  value: (figure: Named, value: TracedFigure['value']) => string;
  /** The titles of the questions that it is counted from; empty where it is of none. */
  questions: (figure: Named) => string[];
}

/** What of a figure its name is made of; a frozen document can be older than its methods. */
type Named = Omit<TracedFigure, 'value' | 'name' | 'method'> & { method: string };

/**
 * Names for the figures of a strategy in a language. Ids stay in its JSON; here nobody reads one.
 *
 * @param definition of the study; labels of items and groups are its own
 * @param filter the document's: groups are named by what is narrower than it
 * @example
 * const { name } = figureNames(definition, 'de');
 * name({ method: 'mean-rank', question: 'topics', item: 'law' }) // 'Mittlerer Rang: Recht'
 */
export function figureNames(
  definition: Definition,
  language: Language,
  filter: Readonly<Record<string, string>> = {},
): FigureNames {
  const texts = FIGURE_NAMES[language];
  const names = segmentNames(resultsTexts(language));
  const locale = localeOf(language);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 3 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const lists = new Intl.ListFormat(locale, { type: 'unit' });
  const find = (id: string) => definition.questions.find((question) => question.id === id);
  const unnamed = documentWords(language)('figureName');
  const whole = new Set(filter['where']?.split(';'));
  const { contents, importance, level } = needRoles(definition);

  const labels = new Map<string, (id: string) => string>();
  const labelIn = (question: string | null, id: string): string => {
    // Figures of the plan are of no question: its modules are contents.
    const of =
      find(question ?? contents ?? importance ?? level ?? '') ?? withOption(definition, id);
    if (!of) return id;
    let label = labels.get(of.id);
    if (!label) labels.set(of.id, (label = labeller(definition, of, language)));
    return label(id);
  };
  const questionsOf = ({ question }: Named) => (question ?? '').split(',').filter(Boolean);
  const items = (figure: Named, ids: string): string[] =>
    ids.split(',').map((id) => labelIn(questionsOf(figure)[0] ?? null, id));

  const itemOf = (figure: Named): string | null => {
    const { method, item } = figure;
    if (item === undefined || method === 'plan-rule') return null;
    if (method === 'left-out') return texts.leftOut[item as keyof typeof texts.leftOut] ?? null;
    const variant = texts.variants[item as keyof typeof texts.variants];
    return variant ?? lists.format(items(figure, item));
  };
  const groupOf = ({ filter: own, method }: Named): string | null => {
    const where = (own?.['where'] ?? '').split(';').filter((part) => part && !whole.has(part));
    const read = readResultsQuery(definition, { where: where.join(';') });
    const groups = typeof read === 'string' ? [] : read.where;
    const parts = groups.flatMap(({ segment, values }) => {
      const found = segmentOf(definition, segment, language, names);
      return found ? [values.map(found.label).join(', ')] : [];
    });
    const isVoiced = method === 'respondents' && own?.['voice'] === 'individual';
    const voice = own?.['voice'] === 'table' ? names.table : isVoiced ? names.individual : null;
    return lists.format([...(voice ? [voice] : []), ...parts]) || null;
  };

  return {
    name: (figure) => {
      const method = texts.methods[figure.method as FigureMethod] ?? unnamed;
      const item = itemOf(figure);
      const group = groupOf(figure);
      const named = item ? texts.of.replace('{figure}', method).replace('{item}', item) : method;
      return group ? `${named} (${group})` : named;
    },
    value: (figure, value) => {
      if (value === null) return '–';
      const kind = FIGURE_METHODS[figure.method as FigureMethod] ?? 'number';
      if (typeof value === 'string') {
        return kind === 'items' ? lists.format(items(figure, value)) : value;
      }
      if (kind === 'share') return percent.format(value);
      if (kind === 'probability' && value < 0.001) return `< ${numbers.format(0.001)}`;
      return numbers.format(value);
    },
    questions: (figure) =>
      questionsOf(figure).flatMap((id) => {
        const question = find(id);
        return question ? [textIn(question.title, language, definition.defaultLanguage)] : [];
      }),
  };
}

function withOption(definition: Definition, id: string) {
  return definition.questions.find((question) =>
    optionsOf(definition, question).some((option) => option.id === id),
  );
}
