import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import type { ComparedStrategies } from '../../src/http/strategy-compare.ts';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import { documentWords } from '../../src/survey/strategy/document-words.ts';
import type {
  PairVerdict,
  SentencePair,
  UntestedReason,
} from '../../src/survey/strategy/paired-sentences.ts';
import type { SentenceBlock } from '../../src/survey/strategy/strategy-document.ts';
import { DesignerPage } from './designer-page.tsx';
import { GroupSelect, LanguageSelect, type OfferedStudy, StudySelect } from './strategy-choose.tsx';
import { WithoutPartner } from './strategy-compare-unmatched.tsx';
import type { OfferedGroup, StrategyFrame } from './strategy-frame.ts';
import { StrategyNav } from './strategy-nav.tsx';

/** One of the two groups that are compared. */
export interface ChosenSide {
  study: Study;
  where: string;
  /** Whose answers, in words; and with the study's title where there are two. */
  group: string;
  label: string;
}

interface StrategyComparePageProps {
  frame: StrategyFrame;
  /** Of the documents. */
  wording: Language;
  /** That each side can be; those of its study. */
  groups: readonly [readonly OfferedGroup[], readonly OfferedGroup[]];
  /** That the second group can be of. */
  studies: readonly OfferedStudy[];
  chosen: readonly [ChosenSide, ChosenSide];
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

/** A study in a list: with its code and the day on which it was made, as titles of a series repeat. */
function studyName({ title, joinCode, createdAt }: OfferedStudy, frame: StrategyFrame): string {
  const { language, figures } = frame;
  const made = `${formatJoinCode(joinCode)}, ${figures.date(createdAt)}`;
  return `${textIn(title, language, language)} (${made})`;
}

/** The strategies of two groups side by side; what differs is said only where a test bears it. */
export function StrategyComparePage(props: StrategyComparePageProps): JSX.Element {
  const { frame, wording, groups, studies, chosen, compared, path } = props;
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
            groups={groups[0]}
            chosen={chosen[0].where}
            chosenLabel={chosen[0].group}
          />
          {studies.length > 0 && (
            <StudySelect
              name="other"
              label={tell('secondStudy')}
              own={tell('thisStudy')}
              studies={studies}
              chosen={chosen[1].study.id}
              nameOf={(one) => studyName(one, frame)}
            />
          )}
          <GroupSelect
            name="with"
            label={tell('secondGroup')}
            groups={groups[1]}
            chosen={chosen[1].where}
            chosenLabel={chosen[1].group}
          />
          <LanguageSelect label={tell('languageLabel')} chosen={wording} />
          <button class="btn ghost">{tell('show')}</button>
        </form>
        {!compared ? (
          <p class="facts">{tell('chooseTwo')}</p>
        ) : (
          <>
            {!compared.apart && <p class="stale-note">{tell('overlap')}</p>}
            {compared.matched && <p class="stale-note">{tell('twoStudies')}</p>}
            <Synthetic {...{ chosen, compared, wording }} />
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
            {compared.matched && (
              <WithoutPartner matched={compared.matched} {...{ frame, wording, chosen }} />
            )}
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

function nameOfVerdict({ verdict, reason }: SentencePair) {
  return reason === 'one-side' ? 'oneSide' : VERDICTS[verdict];
}

/** Why a pair was not tested, where that is not said for all of them at once. */
const REASONS = {
  'one-side': null,
  overlap: null,
  unlike: 'reasonUnlike',
  'no-test': 'reasonNoTest',
  'too-few': 'reasonTooFew',
} as const satisfies Record<UntestedReason, string | null>;

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
          <p class={`tag verdict-${pair.verdict}`}>{tell(nameOfVerdict(pair))}</p>
          <Reason reason={pair.reason} tell={tell} />
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

function Reason({
  reason,
  tell,
}: Pick<SentencePair, 'reason'> & Pick<StrategyFrame, 'tell'>): JSX.Element | null {
  const why = reason && REASONS[reason];
  return why && <p class="facts">{tell(why)}</p>;
}

function Rest(props: PairsProps): JSX.Element | null {
  const { pairs, frame } = props;
  const { tell } = frame;
  if (pairs.length === 0) return null;
  const names = pairs.map((pair) => tell(nameOfVerdict(pair)));
  const parts = [...new Set(names)].map(
    (name) => `${name}: ${names.filter((one) => one === name).length}`,
  );
  return (
    <details>
      <summary>{parts.join(' · ')}</summary>
      <Pairs {...props} />
    </details>
  );
}

/** Whose answers were invented. */
function Synthetic({
  chosen,
  compared: { a, b },
  wording,
}: {
  chosen: StrategyComparePageProps['chosen'];
  compared: ComparedStrategies;
  wording: Language;
}): JSX.Element | null {
  if (chosen[0].study.id === chosen[1].study.id) return null;
  const invented = [a, b].flatMap(({ study }, side) =>
    study.synthetic ? [chosen[side as 0 | 1].label] : [],
  );
  if (invented.length === 0) return null;
  return (
    <p class="facts" lang={wording}>
      {invented.join(' · ')}: {documentWords(wording)('synthetic')}
    </p>
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
