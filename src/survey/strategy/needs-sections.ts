import type {
  RankedList,
  StatementKind,
  StatementOf,
  StrategySection,
} from '../../needs/statement.ts';
import { rankingStatements } from '../../needs/ranking-statements.ts';
import type { RankingFigures } from '../ranking-results.ts';
import { orderedTiers } from '../needs/findings.ts';
import type { NeedsDocument } from '../needs/needs-document.ts';
import type { NeedRole } from '../needs/roles.ts';
import {
  durationSentence,
  formatSentences,
  gapSentence,
  loadSentence,
  mixingSentence,
  onlineShareSentence,
  otherCausesSentence,
  unansweredSentence,
  verdictSentence,
} from './need-sentences.ts';
import { barsChart } from './bars-chart.ts';
import { durationTable } from './duration-table.ts';
import { gapBlocks } from './gap-blocks.ts';
import { rankingChart, rankingTable } from './ranking-blocks.ts';
import {
  agreementSentence,
  dividedSentence,
  leadersSentence,
  type Ranked,
} from './ranking-sentences.ts';
import { pageTrace, type Reading, sentence, shownAll } from './reading.ts';
import type { StrategyBlock } from './strategy-document.ts';
import { said } from './told.ts';

/** The lists whose rankings a section of the strategy shows. */
const SECTION_OF: Record<RankedList, StrategySection> = {
  targets: 5,
  contents: 6,
  methods: 7,
  frameworks: 9,
  disciplines: 10,
  challenges: 11,
};

/** The section in which what a question says is told. */
const PARTS: Partial<Record<NeedRole, StrategySection>> = {
  ...SECTION_OF,
  necessary: 5,
  importance: 6,
  level: 6,
  duration: 8,
  spread: 8,
  acceptance: 10,
  onlineShare: 10,
  mixing: 10,
};

/**
 * What the answers say in one of the sections 5 to 11: sentences of the statements about needs, then
 * charts and tables. A part that the study does not ask about is said to be so.
 */
export function needsSection(reading: Reading, section: StrategySection): StrategyBlock[] {
  const { needs } = reading.input;
  const roles = (Object.keys(PARTS) as NeedRole[]).filter((role) => PARTS[role] === section);
  if (roles.every((role) => needs.roles[role] === null)) {
    return section === 11 ? [] : [notAsked(reading, `section${section}`)];
  }
  const statements = needs.statements.filter((one) => one.section === section);
  const of = <K extends StatementKind>(kind: K) =>
    statements.filter((one) => one.kind === kind) as StatementOf<K>[];
  const lists = (Object.keys(SECTION_OF) as RankedList[]).filter(
    (list) => SECTION_OF[list] === section,
  );
  const blocks: StrategyBlock[] = [
    ...of('training-verdict').map((one) => verdictSentence(reading, one)),
    ...of('other-causes').map((one) => otherCausesSentence(reading, one)),
    ...of('duration')
      .filter(({ figures }) => figures.group === null)
      .flatMap((one) => durationSentence(reading, one)),
    ...of('weekly-load').map((one) => loadSentence(reading, one)),
    ...of('teaching-format').flatMap((one) => formatSentences(reading, one)),
    ...of('online-share').flatMap((one) => onlineShareSentence(reading, one)),
    ...of('mixing-benefit').map((one) => mixingSentence(reading, one)),
    ...(section === 8 ? durationTable(reading) : []),
    ...barsOf(section).flatMap((role) => barsChart(reading, needs.roles[role])),
    ...lists.flatMap((list) => rankingPart(reading, needs, list)),
    ...(section === 6 ? gapBlocks(reading, needs, of('gap'), gapSentence) : []),
    ...of('unanswered').map((one) => unansweredSentence(reading, one)),
  ];
  return uniqueById(blocks);
}

/** Of a whole section its title says what is not asked about. */
function notAsked(
  reading: Reading,
  topic: RankedList | `section${StrategySection}`,
): StrategyBlock {
  const list = Object.hasOwn(SECTION_OF, topic) ? (topic as RankedList) : null;
  return sentence(reading, {
    statement: 'not-asked',
    subject: topic,
    said: list
      ? said('notAsked', { list: { is: 'said', said: said(list) } })
      : said('notAskedHere'),
    trace: pageTrace(reading, { page: '', api: '' }),
  });
}

/** A ranking with all that is to be said of it. */
function rankingPart(reading: Reading, needs: NeedsDocument, list: RankedList): StrategyBlock[] {
  const question = needs.roles[list];
  if (question === null) return [notAsked(reading, list)];
  return rankingBlocks(reading, { list, question });
}

/** Sentences, chart and table of a ranking question. */
export function rankingBlocks(
  reading: Reading,
  { list, question }: Omit<Ranked, 'slice'>,
): StrategyBlock[] {
  const slice = shownAll<RankingFigures>(reading.input.results[question]);
  const ranked = slice && { list, question, slice };
  const told = ranked && rankingSentences(reading, ranked);
  if (!ranked || !told) {
    const evidence = { questions: [question], filter: reading.input.filter };
    return [
      unansweredSentence(reading, {
        kind: 'unanswered',
        section: 6,
        n: 0,
        certainty: 'too-few',
        figures: { question },
        evidence,
      }),
    ];
  }
  return [...told, ...rankingChart(reading, ranked), rankingTable(reading, ranked)];
}

function rankingSentences(reading: Reading, ranked: Ranked): StrategyBlock[] | null {
  const { slice, list, question } = ranked;
  const { consensus, agreement, n } = slice;
  const findings = {
    n,
    tiers: orderedTiers(consensus),
    kendallW: agreement.kendallW,
    polarised: consensus.notes.flatMap((note) =>
      note.kind === 'polarised' ? String(note.item) : [],
    ),
  };
  const named = list === 'other' ? 'contents' : list;
  const evidence = { questions: [question], filter: reading.input.filter };
  const statements = rankingStatements(named, findings, 6, evidence);
  if (statements[0]?.kind === 'unanswered') return null;
  return [
    ...statements.flatMap((one) => {
      if (one.kind === 'leaders') {
        const { items: leaders, behind } = one.figures;
        const isOrdered = behind.length > 0;
        return leadersSentence(reading, ranked, { ...one, leaders, isOrdered });
      }
      if (one.kind !== 'divided') return [];
      return dividedSentence(reading, ranked, { ...one, divided: one.figures.items });
    }),
    ...agreementSentence(reading, ranked),
  ];
}

/** Questions whose shares are drawn. */
function barsOf(section: StrategySection): ('necessary' | 'duration' | 'spread' | 'acceptance')[] {
  if (section === 5) return ['necessary'];
  if (section === 8) return ['duration', 'spread'];
  return section === 10 ? ['acceptance'] : [];
}

function uniqueById(blocks: readonly StrategyBlock[]): StrategyBlock[] {
  return [...new Map(blocks.map((block) => [block.id, block])).values()];
}
