import { answerCoder, FIELD } from './answer-code.ts';
import type { Definition } from './definition.ts';
import type { Kept } from './quality-signs.ts';

/** Fewer equal answers than this are easily two people's. */
const LEAST_EQUAL = 8;

/** Copies are sent within three days of each other. */
const NEAR = 3 * 86_400_000;

/** Answers are compared in three parts: if one differs at most, two parts are equal. */
const PARTS = 3;

/**
 * Responses that give the same answers as an earlier one of the same voice and round, but for one
 * question at most: at least eight equal answers with a ranking among them, sent within three days.
 *
 * @returns the places of the later ones
 */
export function findDuplicates(
  definition: Definition,
  responses: readonly Pick<Kept, 'code' | 'voice' | 'round' | 'at'>[],
): Set<number> {
  const { questions } = answerCoder(definition);
  const rankings = questions.flatMap(({ kind }, field) => (kind === 'ranking' ? field : []));
  const rows = responses.map(({ code }) => code.split(FIELD));
  const buckets = new Map<string, number[]>();
  const copies = new Set<number>();
  const inOrder = [...responses.keys()].toSorted((a, b) => responses[a]!.at - responses[b]!.at);
  for (const index of inOrder) {
    const { voice, round, at } = responses[index]!;
    const row = rows[index]!;
    for (let left = 0; left < PARTS; left++) {
      const part = row.filter((_, field) => field % PARTS !== left).join(FIELD);
      const key = [voice, round, left, part].join(FIELD);
      const bucket = buckets.get(key);
      if (!bucket) buckets.set(key, [index]);
      else {
        const isCopy = bucket.some(
          (other) => at - responses[other]!.at <= NEAR && areAlike(row, rows[other]!, rankings),
        );
        if (isCopy) copies.add(index);
        if (bucket.length < MOST_COMPARED) bucket.push(index);
      }
    }
  }
  return copies;
}

const MOST_COMPARED = 50;

function areAlike(
  a: readonly string[],
  b: readonly string[],
  rankings: readonly number[],
): boolean {
  let [equal, different] = [0, 0];
  for (const [field, code] of a.entries()) {
    if (code !== (b[field] ?? '')) different++;
    else if (code !== '') equal++;
  }
  const sameRanking = rankings.some((field) => a[field] === b[field] && a[field]!.length > 3);
  return different <= 1 && equal >= LEAST_EQUAL && sameRanking;
}
