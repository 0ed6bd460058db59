import { localeOf } from '../language.ts';
import type { SayDocument } from './document-words.ts';
import type { StrategyDocument } from './strategy-document.ts';

/**
 * The lines under a document's title: that it is synthetic, its study, its day, whose answers it
 * tells of, and the version that its figures are of.
 *
 * @example
 * documentHead(document, documentWords('en')) // => ['Smart City …', 'As of 15 November 2018', …]
 */
export function documentHead(
  { study, language, answersOf, basis, madeAt, title }: StrategyDocument,
  say: SayDocument,
): string[] {
  const date = new Intl.DateTimeFormat(localeOf(language), { dateStyle: 'long', timeZone: 'UTC' });
  return [
    ...(study.synthetic ? [say('synthetic')] : []),
    ...(title.includes(study.title) ? [] : [study.title]),
    say('asOf', { date: date.format(new Date(madeAt)) }),
    ...(answersOf ? [say('answersOf', { filter: answersOf })] : []),
    say('basis', { basis }),
  ];
}
