import type { ChoiceFigures } from '../../src/survey/choice-results.ts';
import type { NumberFigures } from '../../src/survey/number-results.ts';
import type { RatingFigures } from '../../src/survey/rating-results.ts';
import type { ResultsDocument, ShownSlice } from '../../src/survey/results-document.ts';
import { pageParameters } from '../../src/survey/results-query.ts';
import { segmentOf } from '../../src/survey/segment.ts';
import type { TextFigures } from '../../src/survey/text-results.ts';
import { choicePanels, numberPanels, ratingPanels, textPanels } from './answer-panels.ts';
import { comparedPanel } from './compared-panel.ts';
import { themePanels, withAddedNote } from './data-theme-panel.ts';
import { quadrantPanel } from './quadrant-panel.ts';
import { rankingPanels } from './ranking-panels.ts';
import type { RankingSlice } from './ranking-slice.ts';
import type { ResultsPageProps } from './results-page.tsx';
import type { Panel } from './results-panel.tsx';
import { segmentName } from './segment-name.ts';

/** The panels of one question's results, in the order of their worth. */
export function resultsPanels(props: ResultsPageProps): Panel[] {
  const { study, query, document, gap, language, words } = props;
  const [all] = document.slices;
  if (all.suppressed) return [];
  const { definition } = study;
  const panels = withAddedNote(
    [
      ...themePanels(props.themes, language, words),
      ...ownPanels(all, document.question.kind, query.voice === 'table', props),
    ],
    definition.questions.find(({ id }) => id === query.question)!,
    { language, fallback: definition.defaultLanguage, figures: words.figures },
  );
  const by = query.by === null ? null : segmentOf(definition, query.by, language);
  const compared =
    by &&
    comparedPanel(
      document,
      {
        segment: segmentName(definition, by.id, language, words.say),
        division: props.division,
        minCell: definition.privacy.minCell,
        overlaps: definition.questions.some(({ id, kind }) => id === by.id && kind === 'multiple'),
        only: (key) => {
          const value = key.slice(by.id.length + 1);
          const where = [
            ...query.where.filter(({ segment }) => segment !== by.id),
            { segment: by.id, values: [value] },
          ];
          return `/studies/${study.id}/results?${pageParameters({ ...query, by: null, where })}`;
        },
      },
      words,
    );
  const quadrant = gap && gapPanel(gap, props);
  const [first = [], second = []] =
    'items' in all ? [panels.slice(0, 2), panels.slice(2)] : [panels, []];
  return [...first, ...(compared ? [compared] : []), ...(quadrant ? [quadrant] : []), ...second];
}

function ownPanels(
  all: ShownSlice,
  kind: ResultsDocument['question']['kind'],
  isTable: boolean,
  { words, document: { sample } }: ResultsPageProps,
): Panel[] {
  switch (kind) {
    case 'ranking':
      return rankingPanels(all as RankingSlice, isTable, words, sample);
    case 'single':
    case 'multiple':
      return choicePanels(all as ShownSlice<ChoiceFigures>, kind === 'multiple', words);
    case 'scale':
    case 'number':
      return numberPanels(all as ShownSlice<NumberFigures>, words);
    case 'rating-matrix':
      return ratingPanels(all as ShownSlice<RatingFigures>, words);
    case 'short-text':
    case 'long-text':
      return textPanels(all as ShownSlice<TextFigures>, words);
  }
}

function gapPanel(
  { importance, level }: NonNullable<ResultsPageProps['gap']>,
  { words }: ResultsPageProps,
): Panel | null {
  const [important] = importance.slices;
  const [own] = level.slices;
  if (important.suppressed || own.suppressed) return null;
  return quadrantPanel(
    important as ShownSlice<RatingFigures>,
    own as ShownSlice<RatingFigures>,
    words,
  );
}
