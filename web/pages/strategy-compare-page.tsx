import type { JSX } from 'preact';
import type { ComparedStrategies } from '../../src/http/strategy-compare.ts';
import type { Language } from '../../src/survey/language.ts';
import { documentWords } from '../../src/survey/strategy/document-words.ts';
import type { PairVerdict, SentencePair } from '../../src/survey/strategy/paired-sentences.ts';
import type { SentenceBlock } from '../../src/survey/strategy/strategy-document.ts';
import { DesignerPage } from './designer-page.tsx';
import { GroupSelect, LanguageSelect } from './strategy-choose.tsx';
import type { OfferedGroup, StrategyFrame } from './strategy-frame.ts';
import { StrategyNav } from './strategy-nav.tsx';

interface StrategyComparePageProps {
  frame: StrategyFrame;
  /** Of the documents. */
  wording: Language;
  groups: readonly OfferedGroup[];
  chosen: readonly [{ where: string; label: string }, { where: string; label: string }];
  /** Null while both groups are the same. */
  compared: ComparedStrategies | null;
  path: string;
}

const VERDICTS = {
  same: 'sameSentence',
  differs: 'differs',
  'not-shown': 'notShown',
  untested: 'untested',
} as const satisfies Record<PairVerdict, string>;

/** The strategies of two groups side by side; what differs is said only where a test bears it. */
export function StrategyComparePage(props: StrategyComparePageProps): JSX.Element {
  const { frame, wording, groups, chosen, compared, path } = props;
  const { study, language, assets, say, tell } = frame;
  const sections = (compared?.sections ?? []).filter(({ pairs }) =>
    pairs.some(({ verdict }) => verdict !== 'same'),
  );
  const counts = new Map<PairVerdict, number>();
  for (const { verdict } of (compared?.sections ?? []).flatMap(({ pairs }) => pairs)) {
    counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
  }
  return (
    <DesignerPage
      {...{ language, assets, say, study }}
      title={tell('compareTitle')}
      entry="strategy"
      section="strategy"
      path={path}
      head={<StrategyNav study={study.id} part="compare" language={language} />}
    >
      <div class="wide strategy-page">
        <h2 class="section-title">{tell('compareTitle')}</h2>
        <p class="lead">{tell('compareLead')}</p>
        <form class="filters" method="get" action={`/studies/${study.id}/strategy/compare`}>
          <GroupSelect
            name="where"
            label={tell('firstGroup')}
            groups={groups}
            chosen={chosen[0].where}
            chosenLabel={chosen[0].label}
          />
          <GroupSelect
            name="with"
            label={tell('secondGroup')}
            groups={groups}
            chosen={chosen[1].where}
            chosenLabel={chosen[1].label}
          />
          <LanguageSelect label={tell('languageLabel')} chosen={wording} />
          <button class="btn ghost">{tell('show')}</button>
        </form>
        {!compared ? (
          <p class="facts">{tell('chooseTwo')}</p>
        ) : (
          <>
            {!compared.apart && <p class="stale-note">{tell('overlap')}</p>}
            {sections.length > 0 && (
              <p class="verdicts">
                {(['differs', 'not-shown', 'untested', 'same'] as const).map((verdict) => (
                  <span key={verdict}>
                    <b>{counts.get(verdict) ?? 0}</b> {tell(VERDICTS[verdict])}
                  </span>
                ))}
              </p>
            )}
            <p class="facts">{tell(sections.length === 0 ? 'allAlike' : 'onlyDifferent')}</p>
            {sections.map(({ key, title, pairs }) => (
              <section key={key} class="card box">
                <h3 lang={wording}>
                  {key === 'annex' ? '' : `${key} `}
                  {title}
                </h3>
                <Pairs
                  pairs={pairs.filter(({ verdict }) => SHOWN.has(verdict))}
                  {...{ frame, wording, chosen }}
                />
                <Rest
                  pairs={pairs.filter(({ verdict }) => !SHOWN.has(verdict))}
                  {...{ frame, wording, chosen }}
                />
              </section>
            ))}
          </>
        )}
      </div>
    </DesignerPage>
  );
}

/** What is shown at once; the rest waits until somebody asks. */
const SHOWN: ReadonlySet<PairVerdict> = new Set(['differs', 'not-shown']);

interface PairsProps extends Pick<StrategyComparePageProps, 'frame' | 'wording' | 'chosen'> {
  pairs: readonly SentencePair[];
}

function Pairs({ pairs, frame, wording, chosen }: PairsProps): JSX.Element | null {
  const { tell } = frame;
  if (pairs.length === 0) return null;
  return (
    <ol class="pairs">
      {pairs.map((pair) => (
        <li key={pair.id} class="pair">
          <p class={`tag verdict-${pair.verdict}`}>{tell(VERDICTS[pair.verdict])}</p>
          {pair.verdict === 'same' ? (
            <p lang={wording}>{pair.a?.text}</p>
          ) : (
            <div class="sides">
              <Side name={chosen[0].label} sentence={pair.a} {...{ frame, wording }} />
              <Side name={chosen[1].label} sentence={pair.b} {...{ frame, wording }} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

function Rest(props: PairsProps): JSX.Element | null {
  const { pairs, frame } = props;
  const { tell } = frame;
  if (pairs.length === 0) return null;
  const count = (verdict: PairVerdict) => pairs.filter((pair) => pair.verdict === verdict).length;
  const parts = (['untested', 'same'] as const).flatMap((verdict) =>
    count(verdict) > 0 ? [`${tell(VERDICTS[verdict])}: ${count(verdict)}`] : [],
  );
  return (
    <details>
      <summary>{parts.join(' · ')}</summary>
      <Pairs {...props} />
    </details>
  );
}

function Side({
  name,
  sentence,
  frame: { tell },
  wording,
}: {
  name: string;
  sentence: SentenceBlock | null;
  frame: StrategyFrame;
  wording: Language;
}): JSX.Element {
  const say = documentWords(wording);
  return (
    <div class="side">
      <p class="side-name">{name}</p>
      {sentence ? (
        <div lang={wording}>
          <p>{sentence.text}</p>
          <p class="facts">
            <span class={`certainty ${sentence.certainty}`}>{say(sentence.certainty)}</span>
            {sentence.n > 0 && <span>n = {sentence.n}</span>}
          </p>
        </div>
      ) : (
        <p class="facts">{tell('notSaid')}</p>
      )}
    </div>
  );
}
