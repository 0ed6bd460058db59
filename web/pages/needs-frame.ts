import type { NamedItem, NeedsDocument } from '../../src/survey/needs/needs-document.ts';
import type { SayNeeds } from '../text/needs/texts.ts';
import type { FigureWords } from './figure-words.ts';

/** What the parts of the page of needs share. */
export interface NeedsView {
  needs: NeedsDocument;
  say: SayNeeds;
  figures: FigureWords;
  /** Several rounds are counted together. */
  isRepeated: boolean;
}

/** Names of items by id, in the order given. */
export function namesOf(items: readonly NamedItem[], ids: readonly string[]): string[] {
  const names = new Map(items.map(({ id, name }) => [id, name]));
  return ids.map((id) => names.get(id) ?? id);
}

/** The address of a question's results for the same people. */
export function resultsAddress({ needs, isRepeated }: NeedsView, question: string): string {
  const { study, filter } = needs;
  const isNamed = filter['where']?.includes('@round:');
  const every = isRepeated && !isNamed && { round: 'all' };
  const parameters = new URLSearchParams({ question, ...filter, ...every });
  return `/studies/${study.id}/results?${parameters}`;
}
