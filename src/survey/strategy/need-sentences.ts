import type { OrdinalSummary } from '../../needs/ordinal.ts';
import type { StatementFigures, StatementOf } from '../../needs/statement.ts';
import { optionsOf } from '../question-options.ts';
import type { FigureMethod } from './figure-methods.ts';
import { questionIn, type Reading, resultsTrace, sentence } from './reading.ts';
import type { SentenceBlock, TracedFigure } from './strategy-document.ts';
import {
  between,
  hours,
  items,
  list,
  number,
  percent,
  type Said,
  said,
  title,
  type Told,
  weeks,
} from './told.ts';

/** Nothing can be said of some questions, as too few answered. */
export function unansweredSentence(
  reading: Reading,
  { evidence, certainty }: StatementOf<'unanswered'>,
): SentenceBlock {
  const { questions } = evidence;
  return sentence(reading, {
    statement: 'unanswered',
    subject: questions.join(),
    certainty,
    said: said('unanswered', { title: list(questions.map(title)) }),
    trace: resultsTrace(reading, { question: questions[0]! }, []),
  });
}

/** Is training necessary? */
export function verdictSentence(
  reading: Reading,
  { n, certainty, figures, evidence }: StatementOf<'training-verdict'>,
): SentenceBlock {
  const question = evidence.questions[0]!;
  const yes = optionsWith(reading, question, (value) => value >= 2);
  const { share, interval } = figures.necessary;
  const values = {
    share: percent(share ?? 0),
    low: percent(interval?.[0] ?? 0),
    high: percent(interval?.[1] ?? 1),
  };
  const verdicts: Record<StatementFigures['training-verdict']['verdict'], Said> = {
    'training-needed': said('verdictNeeded', values),
    'existing-training-is-enough': said('verdictEnough', values),
    'not-a-training-problem': said('verdictOther', values),
    'no-new-training': said('verdictMixed', values),
    undecided: said('verdictUndecided', values),
    'no-answers': said('verdictUndecided', values),
  };
  return sentence(reading, {
    statement: 'training-verdict',
    n,
    certainty,
    said: verdicts[figures.verdict],
    trace: resultsTrace(reading, { question }, shareFigures(question, yes, figures.necessary)),
  });
}

/** A notable minority says that training is not the answer. */
export function otherCausesSentence(
  reading: Reading,
  { n, certainty, figures, evidence }: StatementOf<'other-causes'>,
): SentenceBlock {
  const question = evidence.questions[0]!;
  const other = optionsWith(reading, question, (value) => value === 0);
  const { share } = figures.otherCause;
  return sentence(reading, {
    statement: 'other-causes',
    n,
    certainty,
    said: said('otherCauses', { share: percent(share ?? 0) }),
    trace: resultsTrace(reading, { question }, [
      { name: 'share', value: share, method: 'share', question, item: other },
    ]),
  });
}

/** Ids of the options with certain values, as `a,b`. */
function optionsWith(
  reading: Reading,
  question: string,
  holds: (value: number) => boolean,
): string {
  return optionsOf(reading.input.definition, questionIn(reading, question))
    .flatMap(({ id, value, exclude }) =>
      !exclude && value !== undefined && holds(value) ? [id] : [],
    )
    .join();
}

function shareFigures(
  question: string,
  item: string,
  { share, interval }: { share: number | null; interval: readonly [number, number] | null },
): TracedFigure[] {
  return [
    { name: 'share', value: share, method: 'share', question, item },
    { name: 'low', value: interval?.[0] ?? null, method: 'share-low', question, item },
    { name: 'high', value: interval?.[1] ?? null, method: 'share-high', question, item },
  ];
}

/** The middle of ordered answers and the middle half of them. */
export interface Middle {
  median: Told;
  low: Told;
  high: Told;
}

/** Median and middle half in a unit; `null` without answers. */
export function middleOf(
  { median, lowerQuartile, upperQuartile }: OrdinalSummary,
  unit: (value: number) => Told,
): Middle | null {
  if (!median || !lowerQuartile || !upperQuartile) return null;
  return {
    median: between(unit(median.values[0]), unit(median.values[1])),
    low: unit(lowerQuartile.values[0]),
    high: unit(upperQuartile.values[1]),
  };
}

/** The figures of a middle. */
export function middleFigures(
  question: string,
  { median, lowerQuartile, upperQuartile }: OrdinalSummary,
  filter?: Readonly<Record<string, string>>,
): TracedFigure[] {
  const figure = (method: FigureMethod, value: number | undefined): TracedFigure => ({
    name: method,
    value: value ?? null,
    method,
    question,
    ...(filter && { filter }),
  });
  return [
    figure('median-low', median?.values[0]),
    figure('median-high', median?.values[1]),
    figure('quartile-low', lowerQuartile?.values[0]),
    figure('quartile-high', upperQuartile?.values[1]),
  ];
}

/** How long training should take, or over how many weeks; of everyone. */
export function durationSentence(
  reading: Reading,
  { n, certainty, figures, evidence }: StatementOf<'duration'>,
): SentenceBlock[] {
  const question = evidence.questions[0]!;
  const { unit, summary } = figures;
  const middle = middleOf(summary, unit === 'hours' ? hours : weeks);
  if (!middle) return [];
  return [
    sentence(reading, {
      statement: 'duration',
      subject: unit,
      n,
      certainty,
      said: unit === 'hours' ? said('duration', { ...middle }) : said('spread', { ...middle }),
      trace: resultsTrace(reading, { question }, middleFigures(question, summary)),
    }),
  ];
}

/** Whether the hours fit the weeks. */
export function loadSentence(
  reading: Reading,
  { n, certainty, figures, evidence }: StatementOf<'weekly-load'>,
): SentenceBlock {
  const [duration, spread] = evidence.questions as [string, string];
  const values = {
    hours: hours(figures.hours),
    weeks: weeks(figures.weeks),
    load: hours(Number(figures.hoursPerWeek.toFixed(1))),
  };
  return sentence(reading, {
    statement: 'weekly-load',
    n,
    certainty,
    said: figures.feasible
      ? said('loadFits', values)
      : said('loadTooMuch', { ...values, needed: weeks(figures.weeksNeeded) }),
    trace: resultsTrace(reading, { question: duration }, [
      { name: 'hours', value: figures.hours, method: 'median-low', question: duration },
      { name: 'weeks', value: figures.weeks, method: 'median-low', question: spread },
      {
        name: 'load',
        value: figures.hoursPerWeek,
        method: 'hours-per-week',
        question: `${duration},${spread}`,
      },
    ]),
  });
}

/** Can it be mainly e-learning? The second sentence is the rule that follows. */
export function formatSentences(
  reading: Reading,
  { n, certainty, figures, evidence }: StatementOf<'teaching-format'>,
): SentenceBlock[] {
  const question = evidence.questions[0]!;
  const willing = optionsWith(reading, question, (value) => value >= 4);
  const { share, interval } = figures.accept;
  const values = {
    share: percent(share ?? 0),
    low: percent(interval?.[0] ?? 0),
    high: percent(interval?.[1] ?? 1),
  };
  const isOpen = certainty === 'open';
  const formats = {
    'mainly-online': said(isOpen ? 'formatOpen' : 'formatOnline', values),
    'half-and-half': said('formatHalf', values),
    'face-to-face': said(isOpen ? 'formatOpen' : 'formatFace', values),
  };
  const blocks = [
    sentence(reading, {
      statement: 'teaching-format',
      n,
      certainty,
      said: formats[figures.format],
      trace: resultsTrace(reading, { question }, shareFigures(question, willing, figures.accept)),
    }),
  ];
  if (figures.handsOnShare !== null) {
    blocks.push(
      sentence(reading, {
        statement: 'teaching-format',
        subject: 'hands-on',
        said: said('handsOn', { share: percent(figures.handsOnShare) }),
        trace: resultsTrace(reading, { question }, [
          {
            name: 'share',
            value: figures.handsOnShare,
            method: 'plan-rule',
            question: null,
            item: 'handsOn.leastShare',
          },
        ]),
      }),
    );
  }
  return blocks;
}

/** The share of hours online. */
export function onlineShareSentence(
  reading: Reading,
  { n, certainty, figures, evidence }: StatementOf<'online-share'>,
): SentenceBlock[] {
  const question = evidence.questions[0]!;
  const middle = middleOf(figures.summary, (value) => percent(value / 100));
  if (!middle) return [];
  return [
    sentence(reading, {
      statement: 'online-share',
      n,
      certainty,
      said: said('onlineShare', { ...middle }),
      trace: resultsTrace(reading, { question }, middleFigures(question, figures.summary)),
    }),
  ];
}

/** Does mixing one thing help? */
export function mixingSentence(
  reading: Reading,
  { n, certainty, figures, evidence }: StatementOf<'mixing-benefit'>,
): SentenceBlock {
  const question = evidence.questions[0]!;
  const { row, agree, disagree, benefit } = figures;
  const values = {
    items: items(question, [row]),
    agree: percent(agree.share ?? 0),
    disagree: percent(disagree.share ?? 0),
  };
  return sentence(reading, {
    statement: 'mixing-benefit',
    subject: row,
    n,
    certainty,
    said: benefit === 'yes' ? said('mixingYes', values) : said('mixingNo', values),
    trace: resultsTrace(reading, { question }, [
      { name: 'agree', value: agree.share, method: 'agree-share', question, item: row },
      { name: 'disagree', value: disagree.share, method: 'disagree-share', question, item: row },
    ]),
  });
}

/** The gap between importance and level of one content. */
export function gapSentence(
  reading: Reading,
  { n, certainty, figures, evidence }: StatementOf<'gap'>,
): SentenceBlock {
  const question = evidence.questions.join();
  const { item, gap, direction } = figures;
  const values = {
    items: items(evidence.questions[0]!, [item]),
    importance: number(gap.meanImportance ?? 0, 1),
    level: number(gap.meanLevel ?? 0, 1),
    share: percent(gap.below.share ?? 0),
  };
  const directions = {
    lacking: said('gapLacking', values),
    exceeding: said('gapExceeding', values),
    none: said('gapNone', values),
  };
  const figure = (name: string, value: number | null, method: FigureMethod): TracedFigure => ({
    name,
    value,
    method,
    question,
    item,
  });
  return sentence(reading, {
    statement: 'gap',
    subject: item,
    n,
    certainty,
    said: directions[direction],
    trace: resultsTrace(reading, { question: evidence.questions[0]! }, [
      figure('importance', gap.meanImportance, 'paired-importance'),
      figure('level', gap.meanLevel, 'paired-level'),
      figure('share', gap.below.share, 'below-share'),
      figure('p', gap.signedRank?.adjustedP ?? null, 'signed-rank-p'),
    ]),
  });
}
