import type { Definition, Question } from './definition.ts';
import { type Bin, histogramOf } from './histogram.ts';
import type { Language } from './language.ts';
import { textIn } from './language.ts';
import { optionsOf, scalePoints } from './question-options.ts';
import type { Counted } from './question-tally.ts';
import { type Quartiles, quartilesOf } from './quartiles.ts';
import type { Gathering } from './results-document.ts';
import { type Interval, wilsonInterval } from '../ranking/wilson.ts';

/** A category of a scale, its value in the question's unit, and how often it was chosen. */
export interface ScaleBar {
  id: string;
  label: string;
  value: number;
  n: number;
  /** Of the slice's answers, 0..1. */
  share: number;
  interval: Interval;
}

/**
 * The answers to a scale or number question. Scales are ordinal: median and quartiles stand on the
 * categories' values (hours, people), and there is no mean; a number has one.
 */
export interface NumberFigures extends Quartiles {
  unit: string | null;
  histogram: (ScaleBar | Bin)[];
  mean: number | null;
}

/** Gathers the answers to a scale or a number question. */
export function gatherNumbers(
  definition: Definition,
  question: Question,
  language: Language,
  start?: Counted,
): Gathering {
  return question.kind === 'scale'
    ? gatherScale(definition, question, language, start)
    : gatherPlainNumbers(question, start);
}

function gatherScale(
  definition: Definition,
  question: Question,
  language: Language,
  start?: Counted,
): Gathering {
  const fallback = definition.defaultLanguage;
  const points = scalePoints(definition, question).map(({ value, label }) => ({
    id: String(value),
    label: textIn(label, language, fallback),
    value,
    exclude: undefined,
  }));
  const options = optionsOf(definition, question).map((option, index) => ({
    id: option.id,
    label: textIn(option.short ?? option.label, language, fallback),
    value: option.value ?? index + 1,
    exclude: option.exclude,
  }));
  const categories = points.length > 0 ? points : options;
  const byId = new Map(categories.map((category) => [category.id, category]));
  const counts = new Map<string, number>();
  for (const [place, { id }] of categories.entries()) {
    counts.set(id, start?.tally.cells[place] ?? 0);
  }
  return {
    whyLeftOut: (answer) => {
      const category = byId.get(String(answer));
      if (!category) return 'noAnswer';
      return category.exclude ? 'excluded' : null;
    },
    add: (answer) => {
      counts.set(String(answer), (counts.get(String(answer)) ?? 0) + 1);
    },
    figures: (): NumberFigures => {
      const n = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const values = new Map<number, number>();
      const shown = categories.filter(({ exclude }) => !exclude);
      for (const { id, value } of shown) {
        values.set(value, (values.get(value) ?? 0) + (counts.get(id) ?? 0));
      }
      const histogram = shown.map(({ id, label, value }) => {
        const hits = counts.get(id) ?? 0;
        const share = n > 0 ? hits / n : 0;
        return { id, label, value, n: hits, share, interval: wilsonInterval(hits, n) ?? [0, 1] };
      });
      return { ...quartilesOf(values), unit: unitOf(question), histogram, mean: null };
    },
  };
}

function gatherPlainNumbers(question: Question, start?: Counted): Gathering {
  const counts = new Map<number, number>(start?.tally.values);
  return {
    whyLeftOut: (answer) => (Number.isFinite(answer) ? null : 'noAnswer'),
    add: (answer) => {
      counts.set(Number(answer), (counts.get(Number(answer)) ?? 0) + 1);
    },
    figures: (): NumberFigures => {
      const sorted = [...counts].toSorted(([a], [b]) => a - b);
      const n = sorted.reduce((total, [, count]) => total + count, 0);
      const sum = sorted.reduce((total, [value, count]) => total + value * count, 0);
      return {
        ...quartilesOf(counts),
        unit: unitOf(question),
        histogram: histogramOf(counts),
        mean: n > 0 ? sum / n : null,
      };
    },
  };
}

function unitOf(question: Question): string | null {
  return 'unit' in question ? (question.unit ?? null) : null;
}
