/** When a Delphi-type study may stop; each can be set. */
export interface StopRule {
  /** From this W on people agree. */
  agreedFrom: number;
  /** From this tau-x between the orders of two rounds on, the order is stable. */
  stableFrom: number;
  /** Up to this change of W agreement is stable. */
  mostChange: number;
  /** More rounds than this tire people. */
  mostRounds: number;
}

/**
 * Strong agreement (Schmidt 1997), an order that hardly moves and W within .05 of the round before,
 * at most three rounds. Stability is looked at first: agreement alone is no reason to stop (von der
 * Gracht 2012), and W of .7 is rare where people rank by preference.
 */
export const STOP_RULE: StopRule = {
  agreedFrom: 0.7,
  stableFrom: 0.9,
  mostChange: 0.05,
  mostRounds: 3,
};

/**
 * `agreed`: agreement and stability, stop; `settled`: stable without agreement, another round would
 * hardly change it, so report the disagreement; `rounds-used`: not stable, but no more rounds;
 * `go-on`: another round.
 */
export type StopVerdict = 'agreed' | 'settled' | 'rounds-used' | 'go-on';

/** What the rule looks at: two rounds of the same people. */
export interface RoundsSeen {
  wBefore: number | null;
  wAfter: number | null;
  /** Between the orders of the two rounds. */
  tauX: number | null;
  /** The later round's number. */
  round: number;
}

/**
 * Whether to ask again. Null where agreement or the distance of the orders is not defined.
 *
 * @example
 * stopVerdict({ wBefore: 0.72, wAfter: 0.74, tauX: 0.95, round: 2 })?.verdict // => 'agreed'
 */
export function stopVerdict(
  { wBefore, wAfter, tauX, round }: RoundsSeen,
  rule: StopRule = STOP_RULE,
): { verdict: StopVerdict; agreed: boolean; stable: boolean; rule: StopRule } | null {
  if (wBefore === null || wAfter === null || tauX === null) return null;
  const slack = 1e-9;
  const agreed = wAfter >= rule.agreedFrom - slack;
  const stable =
    tauX >= rule.stableFrom - slack && Math.abs(wAfter - wBefore) <= rule.mostChange + slack;
  const verdict = stable
    ? agreed
      ? 'agreed'
      : 'settled'
    : round >= rule.mostRounds
      ? 'rounds-used'
      : 'go-on';
  return { verdict, agreed, stable, rule };
}
