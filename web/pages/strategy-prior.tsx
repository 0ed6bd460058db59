import type { JSX } from 'preact';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { Definition } from '../../src/survey/definition.ts';
import type { Prior, PriorFinding } from '../../src/survey/rounds/prior.ts';
import { labeller } from '../../src/survey/segment.ts';
import type { SayStrategy } from '../text/strategy-page/texts.ts';
import type { FigureWords } from './figure-words.ts';

const MOST_TOLD = 5;

interface PriorListProps {
  prior: Prior;
  definition: Definition;
  language: Language;
  tell: SayStrategy;
  figures: FigureWords;
}

/** What a round found, a line for each question: the first places, shares, medians or means. */
export function PriorList({
  prior,
  definition,
  language,
  tell,
  figures,
}: PriorListProps): JSX.Element {
  return (
    <dl class="prior">
      {prior.findings.map((finding) => {
        const question = definition.questions.find(({ id }) => id === finding.question);
        if (!question) return null;
        const name = labeller(definition, question, language);
        return (
          <div key={finding.question}>
            <dt>{textIn(question.title, language, definition.defaultLanguage)}</dt>
            <dd>
              {told(finding, { name, tell, figures })}{' '}
              <small>{tell('answers', { count: finding.n })}</small>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function told(
  finding: PriorFinding,
  {
    name,
    tell,
    figures,
  }: { name: (id: string) => string; tell: SayStrategy; figures: FigureWords },
): string {
  switch (finding.kind) {
    case 'order': {
      const parts: string[] = [];
      let place = 1;
      for (const group of finding.order) {
        if (place > MOST_TOLD) break;
        parts.push(`${place} ${group.map(name).join(' / ')}`);
        place += group.length;
      }
      return parts.join(', ');
    }
    case 'shares':
      return finding.shares
        .filter(({ share }) => share > 0)
        .slice(0, MOST_TOLD)
        .map(({ id, share }) => `${name(id)} ${figures.share(share)}`)
        .join(', ');
    case 'means':
      return finding.means
        .slice(0, MOST_TOLD)
        .map(({ id, mean }) => `${name(id)} ${figures.plain(mean)}`)
        .join(', ');
    case 'median':
      return tell('median', { value: figures.plain(finding.median) });
  }
}
