import type { Item } from './ballot-file.ts';
import type { Method, MethodResults } from './methods.ts';
import { agreementLevel } from './agreement-level.ts';
import type { Note } from './note.ts';
import type { Order } from './order.ts';
import { wilsonInterval } from './wilson.ts';
import { pairwise } from './pairwise.ts';
import type { Pairwise } from './pairwise.ts';
import { polarisedItems } from './polarisation.ts';
import type { UnrankedMode } from './ranking.ts';
import { restrictTally } from './restrict.ts';
import { schulze } from './schulze.ts';
import type { Tally } from './tally.ts';

type Id = Item['id'];

/** Below this many ballots, p-values and intervals should not be shown. */
export const fewBallots = 15;

/** What the notes are drawn from; indices are into `kept`, which are indices into `items`. */
export type NotesInput = {
  tally: Tally;
  items: readonly Item[];
  kept: readonly number[];
  mode: UnrankedMode;
  pairs: Pairwise;
  results: MethodResults;
  leaders: readonly { method: Method; leaders: number[] }[];
  tiers: Order;
  tested: boolean;
  cycles: Order;
  kendallW: number | null;
};

/**
 * The statements that belong beside a result, most important first.
 *
 * @example
 * consensusNotes(input).map(({ kind }) => kind) // => ['gaps', 'first-over-next', 'contenders']
 */
export function consensusNotes(input: NotesInput): Note[] {
  const { tally, results } = input;
  if (tally.n === 0) return [{ kind: 'no-ballots' }];
  return [
    ...sizeNotes(tally),
    ...gapNotes(input),
    ...firstNotes(input),
    ...methodNotes(input),
    ...(results.rankedPairs.tieBreakMatters ? [{ kind: 'tie-break-matters' } as const] : []),
    ...(results.kemeny.proved ? [] : [{ kind: 'not-proved', gap: results.kemeny.gap } as const]),
    ...agreementNotes(input),
  ];
}

function sizeNotes({ n }: Tally): Note[] {
  if (n === 1) return [{ kind: 'one-ballot' }];
  return n < fewBallots ? [{ kind: 'few-ballots', n }] : [];
}

function gapNotes({ tally, items, kept, mode, results }: NotesInput): Note[] {
  const notes: Note[] = [];
  const { m, n } = tally;
  const incomplete = n - tally.byDepth[m]!;
  if (incomplete > 0) notes.push({ kind: 'gaps', mode, incomplete, n });
  if (mode === 'ignore' && m > 1 && tally.above.every((count) => count === 0)) {
    if (tally.tied.every((count) => count === 0)) notes.push({ kind: 'nothing-compared' });
  }
  const silent = items.flatMap(({ id }, i) => (tally.ranked[i] === 0 ? [id] : []));
  const excluded = kept.length < m;
  if (silent.length > 0) notes.push({ kind: 'never-ranked', items: silent, excluded });
  if (incomplete > 0 && !excluded) {
    const own = results.schulze.winners.map((i) => items[i]!.id);
    const others = leadersUnder(tally, items, mode === 'bottom' ? 'ignore' : 'bottom');
    if (own.join() !== others.join()) {
      const [bottom, ignore] = mode === 'bottom' ? [own, others] : [others, own];
      notes.push({ kind: 'gaps-decide', bottom, ignore });
    }
  }
  return notes;
}

/** Schulze's winners if unranked meant the other thing. */
function leadersUnder(tally: Tally, items: readonly Item[], mode: UnrankedMode): Id[] {
  const known = items.flatMap((_, i) => (mode === 'ignore' && tally.ranked[i] === 0 ? [] : [i]));
  const { winners } = schulze(pairwise(restrictTally(tally, known), mode));
  return winners.map((k) => items[known[k]!]!.id);
}

function firstNotes({ kept, items, pairs, results, tiers, tested, tally }: NotesInput): Note[] {
  const id = (k: number): Id => items[kept[k]!]!.id;
  const [first = [], second] = results.kemeny.order;
  if (kept.length < 2) return [];
  if (
    pairs.wins.every(
      (count, k) => count === pairs.wins[(k % pairs.m) * pairs.m + Math.floor(k / pairs.m)],
    )
  ) {
    return [{ kind: 'all-level' }];
  }
  const notes: Note[] = [];
  if (first.length > 1) notes.push({ kind: 'tie-for-first', items: first.map(id) });
  else if (second?.length === 1) {
    const [top, next] = [first[0]!, second[0]!];
    const preferred = pairs.wins[top * pairs.m + next]!;
    const against = pairs.wins[next * pairs.m + top]!;
    const interval = wilsonInterval(preferred, preferred + against);
    notes.push({
      kind: 'first-over-next',
      first: id(top),
      next: id(next),
      for: preferred,
      against,
      interval,
    });
  }
  if (tested && tally.n >= fewBallots) {
    const contenders = tiers[0]!;
    if (contenders.length === 1) notes.push({ kind: 'clear-first', item: id(contenders[0]!) });
    else notes.push({ kind: 'contenders', items: contenders.map(id) });
  }
  return notes;
}

function methodNotes({ items, kept, leaders, cycles }: NotesInput): Note[] {
  const id = (k: number): Id => items[kept[k]!]!.id;
  const notes: Note[] = cycles.map((group) => ({ kind: 'cycle', items: group.map(id) }));
  if (kept.length < 2) return notes;
  const byItem = new Map<number, Method[]>();
  for (const { method, leaders: first } of leaders) {
    for (const item of first) byItem.set(item, [...(byItem.get(item) ?? []), method]);
  }
  const ranked = [...byItem].sort((a, b) => b[1].length - a[1].length || a[0] - b[0]);
  const sets = new Set(leaders.map(({ leaders: first }) => first.join()));
  if (sets.size > 1) {
    const named = ranked.map(([item, methods]) => ({ item: id(item), methods }));
    notes.push({ kind: 'methods-differ', leaders: named });
  } else if (ranked.length === 1) {
    const [item, methods] = ranked[0]!;
    notes.push({ kind: 'methods-agree', item: id(item), methods });
  }
  return notes;
}

function agreementNotes({ tally, items, mode, kendallW }: NotesInput): Note[] {
  const notes: Note[] = [];
  if (tally.n < 2) return notes;
  if (kendallW === 1) notes.push({ kind: 'unanimous' });
  else if (kendallW !== null) {
    notes.push({ kind: 'agreement', level: agreementLevel(kendallW), kendallW });
  }
  for (const { item, topShare, bottomShare } of polarisedItems(tally, mode)) {
    notes.push({ kind: 'polarised', item: items[item]!.id, topShare, bottomShare });
  }
  return notes;
}
