import { textIn } from '../language.ts';
import { filterTold } from './filter-told.ts';
import { pageTrace, type Reading, type Sentence, sentence } from './reading.ts';
import type { StrategyBlock } from './strategy-document.ts';
import { list, number, type Said, said, type Told } from './told.ts';

/** Section 2: what the strategy is for, what was asked, and whether the figures are final. */
export function contextSection(reading: Reading): StrategyBlock[] {
  const { definition, study } = reading.input;
  const { defaultLanguage, languages } = definition;
  const asked = definition.questions.filter(({ hidden }) => !hidden).length;
  const trace = pageTrace(reading, { page: '', api: '' });
  const count = (name: 'question' | 'language', value: number) =>
    ({ name, value, method: `${name}-count`, question: null }) as const;
  const say = (
    statement: Sentence['statement'],
    what: Said,
    figures: Sentence['trace']['figures'] = [],
  ) => sentence(reading, { statement, said: what, trace: { ...trace, figures } });
  const intro = textIn(definition.intro, reading.language, defaultLanguage);
  const filter = filterTold(reading, reading.input.filter);
  return [
    ...(study.synthetic ? [say('synthetic', said('synthetic'))] : []),
    say('purpose', said('purpose', { title: { is: 'study' } })),
    ...(intro ? [{ kind: 'free', id: 'intro', text: intro } as const] : []),
    say(
      'asked',
      said('asked', {
        questions: number(asked),
        languages: list(languages.map((code) => ({ is: 'language', code }))),
      }),
      [count('question', asked), count('language', languages.length)],
    ),
    say('state', stateSaid(reading)),
    ...(filter ? [say('filtered', said('filtered', { filter }))] : []),
  ];
}

function stateSaid({ input }: Reading): Said {
  const day: Told = { is: 'date', day: input.madeAt.slice(0, 10) };
  if (input.study.status === 'draft') return said('stillDraft');
  return input.study.status === 'open' ? said('stillOpen', { day }) : said('closed', { day });
}
