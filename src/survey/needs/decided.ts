import { decisionOf } from '../../needs/decision.ts';
import type { Asked } from '../../needs/decision-input.ts';
import { gapStatements } from '../../needs/gap-statements.ts';
import { rankingStatements } from '../../needs/ranking-statements.ts';
import type { RankedList, Statement, StrategySection } from '../../needs/statement.ts';
import { ordinalAnswers, rankingFindings } from './findings.ts';
import type { Finding, Gaps, NeedsDocument } from './needs-document.ts';

/** Rankings that the five questions don't speak of, and their section of a strategy. */
const SECTIONS: [RankedList, StrategySection][] = [
  ['contents', 6],
  ['methods', 7],
  ['frameworks', 9],
  ['disciplines', 10],
];

/**
 * The answers to the five interactive questions, and every statement that a strategy can make.
 *
 * @param handsOnShare least share of hands-on hours where e-learning is not accepted
 */
export function decided(
  findings: Pick<
    NeedsDocument,
    | 'filter'
    | 'rankings'
    | 'necessary'
    | 'gaps'
    | 'duration'
    | 'spread'
    | 'acceptance'
    | 'onlineShare'
    | 'mixing'
    | 'durationByGroup'
  >,
  handsOnShare: number,
): Pick<NeedsDocument, 'decision' | 'statements'> {
  const { filter, rankings, gaps } = findings;
  const ranked = (list: RankedList) =>
    asked(rankings[list], (figures) => rankingFindings(rankings[list], figures));
  const shownGroups = findings.durationByGroup.flatMap(({ label, finding }) =>
    finding.figures ? [[label, ordinalAnswers(finding.figures)] as const] : [],
  );
  const decision = decisionOf({
    filter,
    necessary: asked(findings.necessary, (verdict) => ({
      necessary: verdict.necessary.count,
      existingEnough: verdict.existingEnough.count,
      otherCause: verdict.otherCause.count,
      dontKnow: verdict.dontKnow,
    })),
    targets: ranked('targets'),
    challenges: ranked('challenges'),
    duration: asked(findings.duration, ordinalAnswers),
    durationByGroup: Object.fromEntries(shownGroups),
    spread: asked(findings.spread, ordinalAnswers),
    acceptance: asked(findings.acceptance, ordinalAnswers),
    onlineShare: asked(findings.onlineShare, ordinalAnswers),
    mixing: asked(findings.mixing, (rows) => rows),
    handsOnShare,
  });
  const rankingsSaid = SECTIONS.flatMap(([list, section]) => {
    const finding = rankings[list];
    if (!finding.figures) return [];
    const evidence = { questions: finding.questions, filter };
    return rankingStatements(list, rankingFindings(finding, finding.figures), section, evidence);
  });
  const statements = [
    ...decision.answers
      .flatMap((answer) => answer.statements)
      .filter(({ evidence }) => evidence.questions.some((id) => id !== '')),
    ...rankingsSaid,
    ...gapsSaid(gaps, filter),
  ];
  return { decision, statements };
}

function asked<T, A>({ questions, figures }: Finding<T>, read: (figures: T) => A): Asked<A> {
  return { question: questions[0] ?? '', answers: figures === null ? null : read(figures) };
}

function gapsSaid(
  { figures, questions }: Finding<Gaps>,
  filter: Readonly<Record<string, string>>,
): Statement[] {
  if (figures?.kind !== 'rated') return [];
  const { rows, crosshair } = figures;
  const chart = {
    crosshair,
    points: rows.map((row, item) => ({
      ...row,
      item,
      n: row.gap.n,
      importance: row.gap.meanImportance,
      level: row.gap.meanLevel,
    })),
  };
  const gaps = rows.map(({ gap }, item) => ({ ...gap, item }));
  const ids = rows.map(({ id }) => id);
  return gapStatements(gaps, ids, chart, { questions, filter });
}
