import type { StrategySection } from '../../needs/statement.ts';
import { type Language, textIn } from '../language.ts';
import { contextSection } from './context-section.ts';
import { methodSection } from './method-section.ts';
import { needsSection } from './needs-sections.ts';
import { peopleSection } from './people-section.ts';
import { type Reading, readingOf } from './reading.ts';
import type { StrategyBlock, StrategyDocument, StrategyPart } from './strategy-document.ts';
import type { StrategyInput } from './strategy-input.ts';
import { summarySection } from './summary-section.ts';
import { said, type StrategyText, words } from './told.ts';

type Write = (reading: Reading) => StrategyBlock[];

const needs =
  (section: StrategySection): Write =>
  (reading) =>
    needsSection(reading, section);

/** Every section after the summary, in order. */
const SECTIONS: [StrategySection, Write][] = [
  [2, contextSection],
  [3, peopleSection],
  [4, methodSection],
  [5, needs(5)],
  [6, needs(6)],
  [7, needs(7)],
  [8, needs(8)],
  [9, needs(9)],
  [10, needs(10)],
  [11, needs(11)],
];

/**
 * The training strategy that published figures give by rules, in one of the eight languages: the
 * same input gives the same document. What too few answered, or what the results hold back, is said
 * to be so. Every sentence carries how sure it is, in words, and a trace of its figures.
 *
 * @example
 * strategyOf(await strategyInputOf(db, study, {}), 'de').sections[0].title // => 'Zusammenfassung'
 */
export function strategyOf(input: StrategyInput, language: Language): StrategyDocument {
  const reading = readingOf(input, language);
  const { definition, study, filter, basis, madeAt } = input;
  const name = textIn(definition.title, language, definition.defaultLanguage);
  const parts = SECTIONS.map(([key, write]): StrategyPart => {
    const text: StrategyText = key === 'annex' ? 'annex' : `section${key}`;
    return { key, title: reading.say({ text, values: {} }), blocks: write(reading) };
  });
  return {
    schema: 'strategy-document/1',
    study: { id: study.id, title: name, synthetic: study.synthetic },
    title: reading.say(said('documentTitle', { study: words(name) })),
    language,
    filter,
    basis,
    madeAt,
    sections: [
      { key: 1, title: reading.say(said('section1')), blocks: summarySection(reading, parts) },
      ...parts,
    ],
  };
}
