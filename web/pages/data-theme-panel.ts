import type { ChoiceFigures } from '../../src/survey/choice-results.ts';
import type { Question } from '../../src/survey/definition.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { ResultsDocument, ShownSlice } from '../../src/survey/results-document.ts';
import { mergesOf } from '../../src/survey/write-in-merge.ts';
import { dataTexts } from '../text/data/texts.ts';
import { choicePanels } from './answer-panels.ts';
import type { FigureWords } from './figure-words.ts';
import type { Words } from './ranking-slice.ts';
import type { Panel } from './results-panel.tsx';

/** How many named each theme of a text question, as a panel of its results. */
export function themePanels(
  themes: ResultsDocument | null,
  language: Language,
  words: Words,
): Panel[] {
  const all = themes?.slices[0];
  if (!all || all.suppressed || !('counts' in all)) return [];
  const tell = dataTexts(language);
  const [panel] = choicePanels(all as ShownSlice<ChoiceFigures>, true, words);
  if (!panel) return [];
  return [{ ...panel, id: 'themes', title: tell('themesTitle'), method: tell('themesMethod') }];
}

/** The first panel says which items were made of write-ins, and what that means for their place. */
export function withAddedNote(
  panels: Panel[],
  question: Question,
  { language, fallback, figures }: { language: Language; fallback: Language; figures: FigureWords },
): Panel[] {
  const items = mergesOf(question)?.items ?? [];
  const [first, ...rest] = panels;
  if (!first || items.length === 0 || question.kind !== 'ranking') return panels;
  const names = figures.list(items.map(({ label }) => textIn(label, language, fallback)));
  const note = dataTexts(language)('addedNote', { items: names });
  return [{ ...first, note: [first.note, note].filter(Boolean).join(' ') }, ...rest];
}
