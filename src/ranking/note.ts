import type { Item } from './ballot-file.ts';
import type { Method } from './methods.ts';
import type { UnrankedMode } from './ranking.ts';

type Id = Item['id'];

/** How strong an agreement Kendall's W means (after Schmidt 1997). */
export type AgreementLevel = 'none' | 'very-weak' | 'weak' | 'moderate' | 'strong' | 'very-strong';

/** One statement about a result, which an interface turns into a sentence; items by id. */
export type Note =
  /** Nobody has answered. */
  | { kind: 'no-ballots' }
  /** The order is one person's; nothing to agree or test. */
  | { kind: 'one-ballot' }
  /** Too few ballots for significance to mean much: show counts and order. */
  | { kind: 'few-ballots'; n: number }
  /** Some ballots leave items out, and what that was taken to mean. */
  | { kind: 'gaps'; mode: UnrankedMode; incomplete: number; n: number }
  /** No ballot ranks more than one item, so under `ignore` nothing was compared. */
  | { kind: 'nothing-compared' }
  /** Items that nobody ranked. Under `ignore` they are not in the order. */
  | { kind: 'never-ranked'; items: Id[]; excluded: boolean }
  /** Every pair of items is level. */
  | { kind: 'all-level' }
  /** All ballots agree. */
  | { kind: 'unanimous' }
  /** Items that share the first place of the order. */
  | { kind: 'tie-for-first'; items: Id[] }
  /** One item is first; how many ballots prefer it to the next, with a 95 % interval. */
  | {
      kind: 'first-over-next';
      first: Id;
      next: Id;
      for: number;
      against: number;
      interval: [number, number] | null;
    }
  /** Nothing else can be first at 95 % confidence. */
  | { kind: 'clear-first'; item: Id }
  /** These can't be told apart as candidates for the first place. */
  | { kind: 'contenders'; items: Id[] }
  /** One item leads under all methods tried. */
  | { kind: 'methods-agree'; item: Id; methods: Method[] }
  /** The leader depends on the method. */
  | { kind: 'methods-differ'; leaders: { item: Id; methods: Method[] }[] }
  /** The leader depends on what leaving an item out means. */
  | { kind: 'gaps-decide'; bottom: Id[]; ignore: Id[] }
  /** Majorities go in a circle. */
  | { kind: 'cycle'; items: Id[] }
  /** Ranked Pairs depends on how equal majorities are sorted. */
  | { kind: 'tie-break-matters' }
  /** The order may not be the best one: at most this many fewer disagreements are possible. */
  | { kind: 'not-proved'; gap: number }
  /** How far the ballots agree. */
  | { kind: 'agreement'; level: AgreementLevel; kendallW: number }
  /** Many place the item near the top, many near the bottom. */
  | { kind: 'polarised'; item: Id; topShare: number; bottomShare: number };
