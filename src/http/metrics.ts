import type { MiddlewareHandler } from 'hono';
import { routePath } from 'hono/route';
import type { Env } from './env.ts';

/** Counts what a process does, for Prometheus. Nothing in it names a person, a study or a code. */
export interface Metrics {
  /** Counts and times each request. */
  measure: MiddlewareHandler<Env>;
  /** Everything in Prometheus' text format. */
  text: () => string;
}

/** A number that is read when somebody asks. */
export interface Gauge {
  name: string;
  help: string;
  read: () => number;
}

const BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** Slower requests than this are logged. */
const SLOW_SECONDS = 1;

interface Timing {
  counts: number[];
  sum: number;
}

/**
 * Starts counting.
 *
 * @param log gets a line of JSON for each request that was slow or failed on our side
 * @example
 * const metrics = startMetrics([{ name: 'plenary_streams', help: 'Open streams.', read: feed.size }]);
 */
export function startMetrics(
  gauges: readonly Gauge[] = [],
  log: (line: string) => void = console.log,
): Metrics {
  const requests = new Map<string, number>();
  const timings = new Map<string, Timing>();
  return {
    measure: async (c, next) => {
      const start = performance.now();
      await next();
      const seconds = (performance.now() - start) / 1000;
      const { method } = c.req;
      const { status } = c.res;
      const path = routePath(c, -1);
      // What matched no route, or only middleware, is one kind of request.
      const route = path.endsWith('*') ? 'other' : path;
      const labels = `method="${method}",route="${route}"`;
      const key = `${labels},status="${status}"`;
      requests.set(key, (requests.get(key) ?? 0) + 1);
      observe(timings, labels, seconds);
      if (status < 500 && seconds < SLOW_SECONDS) return;
      const at = c.var.config.now().toISOString();
      const level = status >= 500 ? 'error' : 'warning';
      log(JSON.stringify({ level, at, method, route, status, seconds: +seconds.toFixed(3) }));
    },
    text: () => {
      const lines = ['# TYPE plenary_requests_total counter'];
      for (const [labels, count] of requests) {
        lines.push(`plenary_requests_total{${labels}} ${count}`);
      }
      lines.push('# TYPE plenary_request_seconds histogram');
      for (const [labels, timing] of timings) lines.push(...histogramLines(labels, timing));
      for (const { name, help, read } of gauges) {
        lines.push(`# HELP ${name} ${help}`, `# TYPE ${name} gauge`, `${name} ${read()}`);
      }
      return `${lines.join('\n')}\n`;
    },
  };
}

function observe(timings: Map<string, Timing>, labels: string, seconds: number): void {
  let timing = timings.get(labels);
  if (!timing) timings.set(labels, (timing = { counts: BUCKETS.map(() => 0).concat(0), sum: 0 }));
  const bucket = BUCKETS.findIndex((limit) => seconds <= limit);
  timing.counts[bucket < 0 ? BUCKETS.length : bucket]!++;
  timing.sum += seconds;
}

function histogramLines(labels: string, { counts, sum }: Timing): string[] {
  let total = 0;
  const lines = counts.map((count, place) => {
    total += count;
    const limit = BUCKETS[place] ?? '+Inf';
    return `plenary_request_seconds_bucket{${labels},le="${limit}"} ${total}`;
  });
  return [
    ...lines,
    `plenary_request_seconds_sum{${labels}} ${sum}`,
    `plenary_request_seconds_count{${labels}} ${total}`,
  ];
}
