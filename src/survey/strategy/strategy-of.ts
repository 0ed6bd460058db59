import type { StrategySection } from '../../needs/statement.ts';
import { type Language, textIn } from '../language.ts';
import { annex } from './annex.ts';
import { casesSection } from './cases-section.ts';
import { contextSection } from './context-section.ts';
import { differencesSection } from './differences-section.ts';
import { filterTold } from './filter-told.ts';
import { methodSection } from './method-section.ts';
import { needsSection } from './needs-sections.ts';
import { peopleSection } from './people-section.ts';
import { planSection } from './plan-section.ts';
import { type Reading, readingOf } from './reading.ts';
import { roadmapSection } from './roadmap-section.ts';
import type { StrategyBlock, StrategyDocument, StrategyPart } from './strategy-document.ts';
import type { StrategyInput } from './strategy-input.ts';
import { summarySection } from './summary-section.ts';
import { said, type StrategyText, words } from './told.ts';

type Write = (reading: Reading) => StrategyBlock[];

const needs =
  (section: StrategySection): Write =>
  (reading) =>
    needsSection(reading, section);

/** What is written from figures alone, in order. */
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
  [11, casesSection],
  [12, differencesSection],
  [13, planSection],
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
  const part = (key: StrategySection, blocks: StrategyBlock[]): StrategyPart => {
    const text: StrategyText = key === 'annex' ? 'annex' : `section${key}`;
    return { key, title: reading.say({ text, values: {} }), blocks };
  };
  const parts = SECTIONS.map(([key, write]) => part(key, write(reading)));
  const told = parts.flatMap(({ blocks }) => blocks);
  const whose = filterTold(reading, filter);
  return {
    schema: 'strategy-document/1',
    study: { id: study.id, title: name, synthetic: study.synthetic },
    title: reading.say(said('documentTitle', { study: words(name) })),
    language,
    filter,
    ...(whose && { answersOf: reading.write(whose) }),
    basis,
    madeAt,
    sections: [
      part(1, summarySection(reading, told)),
      ...parts,
      part(14, roadmapSection(reading, told)),
      part('annex', annex(reading)),
    ],
  };
}
