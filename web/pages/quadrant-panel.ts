import type { RatingFigures } from '../../src/survey/rating-results.ts';
import type { ShownSlice } from '../../src/survey/results-document.ts';
import type { Words } from './ranking-slice.ts';
import type { Panel } from './results-panel.tsx';

type Ratings = ShownSlice<RatingFigures>;

/**
 * Importance against own level: what matters more than the average item and is mastered less is
 * where training pays first. `null` with fewer than two items that have both means.
 */
export function quadrantPanel(importance: Ratings, level: Ratings, words: Words): Panel | null {
  const { say, figures, short, name: nameOf } = words;
  const levels = new Map(level.rows.map((row) => [row.id, row]));
  const points = importance.rows.flatMap(({ id, name, mean, interval }) => {
    const own = levels.get(id);
    if (mean === null || !own || own.mean === null) return [];
    const xRange = own.interval ?? [own.mean, own.mean];
    const yRange = interval ?? [mean, mean];
    return [{ id, name, x: own.mean, y: mean, xRange, yRange }];
  });
  if (points.length < 2) return null;
  const x = axisOf(
    say('level'),
    points.map((point) => point.x),
    level,
  );
  const y = axisOf(
    say('importance'),
    points.map((point) => point.y),
    importance,
  );
  const placed = points
    .map((point) => ({
      ...point,
      train: point.x < x.middle && point.y > y.middle,
      near: crosses(point.xRange, x.middle) || crosses(point.yRange, y.middle),
    }))
    .toSorted((a, b) => Number(b.train) - Number(a.train) || b.y - b.x - (a.y - a.x));
  const train = placed.filter((point) => point.train);
  const sure = train.filter(({ near }) => !near);
  const names = (listed: typeof train) =>
    figures.list(listed.slice(0, 4).map(({ id }) => nameOf(id)));
  const between = (range: [number, number]) => {
    const [low, high] = range.map((end) => figures.decimal(end, 1));
    return { text: say('between', { low: low!, high: high! }) };
  };
  return {
    id: 'quadrant',
    title: quadrantTitle(),
    method: say('quadrantMethod'),
    chart: {
      kind: 'quadrant',
      x,
      y,
      corners: {
        train: say('quadrantTrain'),
        keep: say('quadrantKeep'),
        later: say('quadrantLater'),
        enough: say('quadrantEnough'),
      },
      points: placed.map(({ id, x: atX, y: atY, xRange, yRange, train: first, near }) => {
        const place = { x: atX, y: atY, xRange, yRange };
        return { label: short(id), ...place, train: first, near };
      }),
    },
    head: [
      say('columnItem'),
      say('importance'),
      say('columnInterval'),
      say('level'),
      say('columnInterval'),
      say('quadrantNear'),
    ],
    rows: placed.map((point) => [
      { text: point.name, strong: point.train },
      { text: figures.decimal(point.y, 1) },
      between(point.yRange),
      { text: figures.decimal(point.x, 1) },
      between(point.xRange),
      { text: point.near ? '✓' : '–' },
    ]),
    span: 12,
    how: [say('howQuadrant'), say('howRatings')],
  };

  function quadrantTitle(): string {
    if (sure.length > 0) return say('quadrantFinding', { items: names(sure) });
    return train.length > 0 ? say('quadrantMaybe', { items: names(train) }) : say('quadrantNone');
  }
}

function crosses([low, high]: readonly [number, number], line: number): boolean {
  return low <= line && line <= high;
}

/** An axis around the items' means with some room, within the scale. */
function axisOf(title: string, values: number[], { points }: Ratings) {
  const scale = points.map(({ value }) => value);
  const middle = values.reduce((sum, value) => sum + value, 0) / values.length;
  const least = Math.min(...values);
  const most = Math.max(...values);
  const room = Math.max(0.2, (most - least) * 0.25);
  return {
    title,
    middle,
    min: Math.max(Math.min(...scale), Math.floor((least - room) * 10) / 10),
    max: Math.min(Math.max(...scale), Math.ceil((most + room) * 10) / 10),
  };
}
