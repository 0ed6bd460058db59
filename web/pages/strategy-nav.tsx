import type { JSX } from 'preact';
import type { Language } from '../../src/survey/language.ts';
import { navigationTexts } from '../text/navigation/texts.ts';

/** The pages that lead from answers to a strategy, in the order in which they are used. */
const PARTS = [
  { key: 'needs', path: '/needs' },
  { key: 'plan', path: '/plan' },
  { key: 'strategy', path: '/strategy' },
  { key: 'compare', path: '/strategy/compare' },
] as const;

export type StrategyPart = (typeof PARTS)[number]['key'];

/** Links between needs, curriculum, strategy and comparison of a study; the present one is marked. */
export function StrategyNav({
  study,
  part,
  language,
}: {
  study: string;
  part: StrategyPart;
  language: Language;
}): JSX.Element {
  const say = navigationTexts(language);
  return (
    <nav class="pills strategy-nav" aria-label={say('strategyParts')}>
      {PARTS.map(({ key, path }) => (
        <a
          key={key}
          class="pill"
          href={`/studies/${study}${path}`}
          aria-current={key === part ? 'page' : undefined}
        >
          <span>{say(key)}</span>
        </a>
      ))}
    </nav>
  );
}
