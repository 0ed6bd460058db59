import type { Definition } from '../definition.ts';
import type { Respondent } from '../respondent.ts';
import { type Segment, segmentIds, segmentOf } from '../segment.ts';
import { smallCells } from '../small-cells.ts';

/** What stands where a value would tell too much about too few people. */
export const SUPPRESSED = 'suppressed';

/** A segment with the values that too few people have. */
export interface RareValues {
  segment: Segment;
  values: ReadonlySet<string>;
}

/**
 * Which values of each segment (questions, `@table`, `@language` …) too few people have to be
 * shown beside their answers: fewer than the study's `minCell`, and those that the rest would
 * give away. Somebody without a value is nobody's secret. Segments without such values are left
 * out.
 *
 * @example
 * rareValues(definition, respondents)[0]?.values.has('student') // true
 */
export function rareValues(
  definition: Definition,
  respondents: readonly Respondent[],
): RareValues[] {
  return segmentIds(definition).flatMap((id) => {
    const segment = segmentOf(definition, id, definition.defaultLanguage);
    if (!segment) return [];
    const counts = new Map<string, number>();
    for (const respondent of respondents) {
      for (const value of segment.valuesOf(respondent)) {
        if (value !== '') counts.set(value, (counts.get(value) ?? 0) + 1);
      }
    }
    const reasons = smallCells([...counts.values()], definition.privacy.minCell);
    const values = [...counts.keys()].filter((_, k) => reasons[k] !== undefined);
    return values.length > 0 ? [{ segment, values: new Set(values) }] : [];
  });
}

/**
 * The segments of which a respondent has a rare value, questions and system segments alike: in an
 * export these are not to be read off this respondent's row.
 */
export function hiddenSegments(
  respondent: Respondent,
  rare: readonly RareValues[],
): ReadonlySet<string> {
  const hidden = rare.filter(({ segment, values }) =>
    segment.valuesOf(respondent).some((value) => values.has(value)),
  );
  return new Set(hidden.map(({ segment }) => segment.id));
}

/**
 * The days on which enough people answered to be shown beside their answers, by the rules for the
 * values of a segment.
 */
export function shownDays(
  { privacy: { minCell } }: Definition,
  respondents: readonly Respondent[],
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const { day } of respondents) {
    if (day !== undefined) counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const reasons = smallCells([...counts.values()], minCell);
  return new Set([...counts.keys()].filter((_, k) => reasons[k] === undefined));
}

/** How the answers of somebody came. */
export function channelOf({ channel }: Pick<Respondent, 'channel'>): 'online' | 'paper' {
  return channel ?? 'online';
}

/** How answers came, where enough came so to be told, by the same rules. */
export function shownChannels(
  { privacy: { minCell } }: Definition,
  respondents: readonly Respondent[],
): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const respondent of respondents) {
    const channel = channelOf(respondent);
    counts.set(channel, (counts.get(channel) ?? 0) + 1);
  }
  const reasons = smallCells([...counts.values()], minCell);
  return new Set([...counts.keys()].filter((_, k) => reasons[k] === undefined));
}

/** The versions of the study that enough responses fit to be told, by the same rules. */
export function shownVersions(
  { privacy: { minCell } }: Definition,
  respondents: readonly Respondent[],
): ReadonlySet<number> {
  const counts = new Map<number, number>();
  for (const { version = 1 } of respondents) counts.set(version, (counts.get(version) ?? 0) + 1);
  const reasons = smallCells([...counts.values()], minCell);
  return new Set([...counts.keys()].filter((_, k) => reasons[k] === undefined));
}
