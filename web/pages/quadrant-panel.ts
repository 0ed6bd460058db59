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
  const points = importance.rows.flatMap(({ id, name, mean }) => {
    const own = levels.get(id)?.mean ?? null;
    return mean === null || own === null ? [] : [{ id, name, x: own, y: mean }];
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
    .map((point) => ({ ...point, train: point.x < x.middle && point.y > y.middle }))
    .toSorted((a, b) => Number(b.train) - Number(a.train) || b.y - b.x - (a.y - a.x));
  const train = placed.filter((point) => point.train).map(({ id }) => nameOf(id));
  return {
    id: 'quadrant',
    title:
      train.length > 0
        ? say('quadrantFinding', { items: figures.list(train.slice(0, 4)) })
        : say('quadrantNone'),
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
      points: placed.map((point) => ({
        label: short(point.id),
        x: point.x,
        y: point.y,
        train: point.train,
      })),
    },
    head: [say('columnItem'), say('importance'), say('level')],
    rows: placed.map((point) => [
      { text: point.name, strong: point.train },
      { text: figures.decimal(point.y, 1) },
      { text: figures.decimal(point.x, 1) },
    ]),
    span: 12,
  };
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
