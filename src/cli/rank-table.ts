import type { Note } from '../ranking/note.ts';
import type { RankingDocument } from '../ranking/ranking-document.ts';

type Id = RankingDocument['items'][number]['id'];

const eighths = ['', '▏', '▎', '▍', '▌', '▋', '▊', '▉'];

const methodNames = {
  kemeny: 'Kemeny',
  schulze: 'Schulze',
  'ranked-pairs': 'Ranked Pairs',
  minimax: 'Minimax',
  copeland: 'Copeland',
  borda: 'Borda',
  'plackett-luce': 'Plackett-Luce',
  'bradley-terry': 'Bradley-Terry',
  irv: 'instant run-off',
} as const;

/**
 * A ranking document as text for people: the consensus order with bars, who leads by which method,
 * and the notes as sentences. Bars fill what `columns` leaves.
 *
 * @example
 * rankTable(document, { title: 'Courses', blank: 0, columns: 80 })
 */
export function rankTable(
  document: RankingDocument,
  about: { title: string | null; blank: number; columns: number },
): string {
  const { n, items, mode, consensus } = document;
  const names = new Map(items.map(({ id, name }) => [id, name]));
  const say = (ids: readonly Id[]): string =>
    ids.map((id) => names.get(id) ?? String(id)).join(', ');
  const rule =
    mode === 'bottom'
      ? 'unranked items count as tied below the ranked ones'
      : 'unranked items say nothing';
  const blank = about.blank > 0 ? `; ${count(about.blank, 'row')} without any rank left out` : '';
  return [
    ...(about.title === null ? [] : [about.title]),
    `${count(n, 'ballot')} over ${count(items.length, 'item')}; ${rule}${blank}`,
    '',
    ...orderLines(document, about.columns),
    '',
    ...consensus.methods.map(
      ({ method, leaders }) => `${methodNames[method].padEnd(16)} ${say(leaders)}`,
    ),
    '',
    ...consensus.notes.map((note) => sentence(note, say)),
    '',
  ].join('\n');
}

/** One line per item in consensus order: place, name, bar, mean rank, head-to-head wins, range. */
function orderLines(document: RankingDocument, columns: number): string[] {
  const { items, meanRank, copelandNet, consensus, bordaNet, n, rankRange } = document;
  const m = items.length;
  const index = new Map(items.map(({ id }, i) => [id, i]));
  const nameWidth = Math.min(32, Math.max(4, ...items.map(({ name }) => name.length)));
  const barWidth = Math.max(8, Math.min(40, columns - nameWidth - 42));
  const head = `${'place'.padStart(5)}  ${'item'.padEnd(nameWidth)}  ${'support'.padEnd(barWidth)}  mean rank  net wins  95 % range`;
  const rows = consensus.order.flatMap((group, place) => {
    const before = consensus.order.slice(0, place).flat().length;
    return group.map((id) => {
      const i = index.get(id)!;
      const share = n === 0 || m < 2 ? 0 : (bordaNet[i]! / (n * (m - 1)) + 1) / 2;
      const rank = meanRank?.[i] ?? null;
      const range = rankRange?.[i];
      return [
        `${before + 1}${group.length > 1 ? '=' : ' '}`.padStart(5),
        items[i]!.name.slice(0, nameWidth).padEnd(nameWidth),
        bar(share, barWidth).padEnd(barWidth),
        (rank === null ? '-' : rank.toFixed(2)).padStart(9),
        String(copelandNet[i]).padStart(8),
        (range ? `${range[0]}-${range[1]}` : '-').padStart(10),
      ].join('  ');
    });
  });
  return [head, ...rows];
}

function bar(share: number, width: number): string {
  const cells = Math.max(0, Math.min(1, share)) * width;
  return '█'.repeat(Math.floor(cells)) + eighths[Math.floor((cells % 1) * 8)]!;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function sentence(note: Note, say: (ids: readonly Id[]) => string): string {
  switch (note.kind) {
    case 'no-ballots':
      return 'No answers yet.';
    case 'one-ballot':
      return 'This is one answer, not a consensus.';
    case 'few-ballots':
      return `Only ${note.n} ballots: read the order, not the probabilities.`;
    case 'gaps':
      return `${note.incomplete} of ${note.n} ballots leave items unranked.`;
    case 'nothing-compared':
      return 'No ballot compares two items; count unranked items as below (--unranked bottom).';
    case 'never-ranked':
      return `Not ranked by anyone${note.excluded ? ', so not in the order' : ''}: ${say(note.items)}.`;
    case 'all-level':
      return 'All items are level.';
    case 'unanimous':
      return 'All ballots agree.';
    case 'tie-for-first':
      return `Tied for first place: ${say(note.items)}.`;
    case 'first-over-next': {
      const share = note.interval
        ? ` (${percent(note.for / (note.for + note.against))}, 95 % interval ${percent(note.interval[0])} to ${percent(note.interval[1])})`
        : '';
      return `${say([note.first])} is preferred to ${say([note.next])} by ${note.for} to ${note.against}${share}.`;
    }
    case 'clear-first':
      return `At 95 %, nothing else can be first but ${say([note.item])}.`;
    case 'contenders':
      return `Contenders for first place that can't be told apart at 95 %: ${say(note.items)}.`;
    case 'methods-agree':
      return `${say([note.item])} leads under all ${note.methods.length} methods.`;
    case 'methods-differ': {
      const leaders = note.leaders.map(
        ({ item, methods }) =>
          `${say([item])} under ${methods.map((method) => methodNames[method]).join(', ')}`,
      );
      return `The method decides who leads: ${leaders.join('; ')}.`;
    }
    case 'gaps-decide':
      return `What an unranked item means decides who leads: counted as below ${say(note.bottom)}, not counted ${say(note.ignore)}.`;
    case 'cycle':
      return `Majorities go in a circle among ${say(note.items)}.`;
    case 'tie-break-matters':
      return 'Ranked Pairs depends on how equal majorities are sorted.';
    case 'not-proved':
      return `The order is the best one found; at most ${note.gap} fewer disagreements are possible.`;
    case 'agreement':
      return `Agreement: ${note.level.replace('-', ' ')} (Kendall's W = ${note.kendallW.toFixed(3)}).`;
    case 'polarised':
      return `${say([note.item])} divides people: ${percent(note.topShare)} place it near the top, ${percent(note.bottomShare)} near the bottom.`;
  }
}
