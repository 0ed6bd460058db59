import type { JSX } from 'preact';
import type { NumberFigures } from '../../src/survey/number-results.ts';
import type { ShownSlice } from '../../src/survey/results-document.ts';
import { How } from './how.tsx';
import { countedWords, leftOutWords, tookPart } from './left-out.ts';
import { methodsSentence } from './methods-panel.ts';
import { contenders } from './ranking-finding.ts';
import type { RankingSlice, Words } from './ranking-slice.ts';
import { inUnit } from './units.ts';

interface KpisProps {
  slice: ShownSlice;
  isTable: boolean;
  words: Words;
}

/** The figures above the panels: how many, and for rankings how far they agree and on what. */
export function Kpis({ slice, isTable, words }: KpisProps): JSX.Element {
  return (
    <div class={`kpis ${classOf(slice)}`} id="kpis">
      <Participants slice={slice} isTable={isTable} words={words} />
      {'items' in slice && <RankingKpis slice={slice} words={words} />}
      {hasNumbers(slice) && <NumberKpis slice={slice} words={words} />}
    </div>
  );
}

function classOf(slice: ShownSlice): string {
  if ('items' in slice) return 'kpis-4';
  return hasNumbers(slice) ? 'kpis-3' : 'kpis-1';
}

/** Answers that are numbers of something: a scale of words has none. */
function hasNumbers(slice: ShownSlice): slice is ShownSlice<NumberFigures> {
  return 'histogram' in slice && slice.median !== null && (slice.unit ?? slice.mean) !== null;
}

/** Median and middle half, in the question's unit. */
function NumberKpis({ slice, words }: { slice: ShownSlice<NumberFigures>; words: Words }) {
  const { say } = words;
  const { median, quartiles, unit, n } = slice;
  const [low, high] = (quartiles ?? []).map((end) => inUnit(end, unit, words));
  const figures = [
    [say('medianColumn'), inUnit(median ?? 0, unit, words)],
    [say('quartilesColumn'), say('between', { low: low ?? '–', high: high ?? '–' })],
  ] as const;
  return figures.map(([title, figure]) => (
    <section key={title} class="kpi card">
      <h2>{title}</h2>
      <p class="figure">
        <strong class="word">{figure}</strong>
      </p>
      <How lines={[say('howMedian', { n })]} of={title} say={say} />
    </section>
  ));
}

function Participants({ slice, isTable, words }: KpisProps): JSX.Element {
  const { say, figures } = words;
  const { n, leftOut } = slice;
  const total = tookPart(slice);
  const title = say(isTable ? 'tablesCount' : 'participants');
  return (
    <section class="kpi card">
      <h2>{title}</h2>
      <p class="figure">
        <strong data-n={n}>{figures.plain(n)}</strong>{' '}
        {total > n && <small>{say('ofRespondents', { count: total })}</small>}
      </p>
      <p>{leftOutWords(leftOut, words) || say('allAnswered')}</p>
      <How lines={countedWords(slice, words)} of={title} say={say} />
    </section>
  );
}

function RankingKpis({ slice, words }: { slice: RankingSlice; words: Words }): JSX.Element {
  const { say, figures, name } = words;
  const top = contenders(slice);
  const m = slice.items.length;
  const ranked = slice.rankedCount.reduce((sum, count) => sum + count, 0) / Math.max(1, slice.n);
  const names = top.map((item) => name(slice.items[item]!.id));
  const isClear = top.length < m;
  return (
    <>
      <Agreement slice={slice} words={words} />
      <section class="kpi card">
        <h2>{say('topGroup')}</h2>
        {isClear ? (
          <p class="figure">
            <strong>{figures.plain(top.length)}</strong>{' '}
            <small>{say('topGroupItems', { count: top.length })}</small>
          </p>
        ) : (
          <p class="figure">
            <strong class="word">{say('topGroupNone')}</strong>
          </p>
        )}
        <p>
          {isClear
            ? `${names.length > 4 ? `${names.slice(0, 4).join(', ')} …` : `${figures.list(names)}.`} ${say(names.length === 1 ? 'topGroupOne' : 'topGroupLead')}`
            : say('topGroupAll')}
        </p>
        <How
          lines={[say('howTop', { n: slice.n, count: (m * (m - 1)) / 2 })]}
          of={say('topGroup')}
          say={say}
        />
      </section>
      <section class="kpi card">
        <h2>{say('coverage')}</h2>
        <p class="figure">
          <strong>{figures.plain(Math.round(ranked * 10) / 10)}</strong>{' '}
          <small>{say('coverageOf', { count: m })}</small>
        </p>
        <p>
          {say(slice.mode === 'bottom' ? 'coverageBottom' : 'coverageIgnore')}{' '}
          {m > 1 && methodsSentence(slice, words)}
        </p>
        <How
          lines={[
            say('howCoverage', { n: slice.n }),
            say(slice.mode === 'bottom' ? 'coverageBottom' : 'coverageIgnore'),
          ]}
          of={say('coverage')}
          say={say}
        />
      </section>
    </>
  );
}

/** Kendall's W on its scale with a word; mean tau where unranked items say nothing. */
function Agreement({ slice, words }: { slice: RankingSlice; words: Words }): JSX.Element {
  const { say, figures } = words;
  const { kendallW: w, meanTau } = slice.agreement;
  const hasW = w !== null && slice.n > 1;
  const value = hasW ? w : slice.n > 1 ? meanTau : null;
  return (
    <section class="kpi card">
      <h2>{say(hasW || meanTau === null ? 'agreement' : 'agreementPairs')}</h2>
      <p class="figure">
        <strong data-w={hasW ? w : undefined}>
          {value === null ? '–' : figures.decimal(value, 2)}
        </strong>{' '}
        {hasW && <small>{say(wordFor(w))}</small>}
      </p>
      {hasW ? (
        <>
          <svg
            class="scale"
            viewBox="0 0 200 12"
            preserveAspectRatio="none"
            role="img"
            aria-label={say('agreementScale', { w: figures.decimal(w, 2) })}
          >
            {[0, 1, 2, 3, 4].map((step) => (
              <rect key={step} class={`step-${step}`} x={step * 40} y="2" width="40" height="8" />
            ))}
            <rect
              class="mark"
              x={Math.min(197, Math.max(0, w * 200 - 1.5))}
              width="3"
              height="12"
            />
          </svg>
          <p class="ends" aria-hidden="true">
            <span>{say('none')}</span>
            <span>W = {figures.decimal(w, 4)}</span>
            <span>{say('full')}</span>
          </p>
        </>
      ) : (
        <p>
          {value === null
            ? say('agreementNone')
            : say('tauLead', { share: figures.share((1 + value) / 2) })}
        </p>
      )}
      <How
        lines={[
          hasW || meanTau === null
            ? say('howW', { n: slice.n, m: slice.items.length })
            : say('howTau', { n: slice.n }),
          ...countedWords(slice, words),
        ]}
        of={say(hasW || meanTau === null ? 'agreement' : 'agreementPairs')}
        say={say}
      />
    </section>
  );
}

/** The nearest of the bands .1, .3, .5, .7 and .9 (Schmidt 1997). */
function wordFor(w: number) {
  const words = ['wVeryWeak', 'wWeak', 'wModerate', 'wStrong', 'wVeryStrong'] as const;
  return words[Math.min(4, Math.floor(w * 5))] ?? 'wVeryWeak';
}
