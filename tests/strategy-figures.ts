import betainc from '@stdlib/math-base-special-betainc';

/** An export as JSON, as far as these figures look. */
export interface ExportedStudy {
  definition: {
    version: string;
    languages: string[];
    privacy: { minCell: number };
    scales: { id: string; points: { value: number }[] }[];
    lists: Record<string, ExportedOption[]>;
    questions: ExportedQuestion[];
  };
  responses: ExportedResponse[];
}

interface ExportedOption {
  id: string;
  value?: number;
  exclude?: true;
}

interface ExportedQuestion {
  id: string;
  kind: string;
  hidden?: true;
  options?: ExportedOption[];
  optionsFrom?: string;
  rows?: ExportedOption[];
  rowsFrom?: string;
  scale?: string;
}

interface ExportedResponse {
  voice: 'individual' | 'table' | null;
  round: number | null;
  event: string | null;
  table: string | null;
  locale: string | null;
  answers: Record<string, unknown>;
  suppressed?: string[];
}

/** The rules of the saved plan, which no answer tells. */
export interface PlanRulesOnly {
  rankingPart: number;
  rules: {
    step: number;
    min: number;
    max: number;
    hoursPerCredit: number;
    contactShare: number;
    dayHours: number;
  };
  match: { step: number; handsOn: { acceptanceBelow: number; leastShare: number } };
  roles: Record<string, string | null>;
}

export interface Figure {
  name: string;
  value: number | string | null;
  method: string;
  question: string | null;
  item?: string;
  filter?: Record<string, string>;
}

type Recompute = (figure: Figure) => number | string | null;

/**
 * Computes traced figures again, from the exported answers and the plan's rules alone: written
 * from the definitions, without the product's own statistics. Throws for a method that it does not
 * know, and gives `undefined` for a figure about a value that the export holds back.
 *
 * @param flagged how many responses the product flags: the signs look at times and at the order in
 *   which options were shown, which no export holds
 */
export function recomputed(
  { definition, responses }: ExportedStudy,
  plan: PlanRulesOnly,
  flagged: () => number,
): (figure: Figure) => number | string | null | undefined {
  const question = (id: string | null) => definition.questions.find((one) => one.id === id)!;
  const optionsOf = (id: string | null): ExportedOption[] => {
    const { options, optionsFrom, rows, rowsFrom } = question(id);
    return options ?? rows ?? definition.lists[optionsFrom ?? rowsFrom ?? ''] ?? [];
  };
  const excluded = (id: string | null) =>
    new Set(optionsOf(id).flatMap((option) => (option.exclude ? [option.id] : [])));
  const valuesOf = (id: string | null): Map<string, number> => {
    const scale = definition.scales.find((one) => one.id === question(id).scale);
    if (scale) return new Map(scale.points.map(({ value }) => [String(value), value]));
    return new Map(
      optionsOf(id).flatMap(({ id: own, value }) => (value === undefined ? [] : [[own, value]])),
    );
  };

  /** The responses that a figure's filter lets through. */
  const passing = ({ filter = {} }: Pick<Figure, 'filter'>) => {
    const { voice = 'individual', where = '' } = filter;
    const conditions = where.split(';').filter((part) => part !== '');
    return responses.filter(
      (response) =>
        response.voice === voice &&
        conditions.every((condition) => {
          const [segment, values] = condition.split(':') as [string, string];
          return values.split(',').includes(String(valueOf(response, segment)));
        }),
    );
  };
  const valueOf = (response: ExportedResponse, segment: string): unknown => {
    if (segment === '@round') return response.round;
    if (segment === '@event') return response.event;
    if (segment === '@table') return response.table;
    if (segment === '@language') return response.locale;
    const answer = response.answers[segment];
    return typeof answer === 'object' && answer !== null && 'id' in answer ? answer.id : answer;
  };

  /** Single choices and categories: ids of those that count, `null` for one that is suppressed. */
  const choices = (figure: Figure): (string | null)[] => {
    const out = excluded(figure.question);
    return passing(figure).flatMap((response): (string | null)[] => {
      if (response.suppressed?.includes(figure.question!)) return [null];
      const value = valueOf(response, figure.question!);
      if (value === undefined || value === null || value === '') return [];
      return out.has(String(value)) ? [] : [String(value)];
    });
  };
  const shareParts = (figure: Figure): [hits: number, n: number] => {
    const wanted = new Set((figure.item ?? '').split(','));
    const given = choices(figure);
    return [given.filter((id) => id !== null && wanted.has(id)).length, given.length];
  };
  const wilson = (figure: Figure, sign: 1 | -1): number => {
    const [hits, n] = shareParts(figure);
    const z = 1.959963984540054;
    const share = hits / n;
    const middle = share + (z * z) / (2 * n);
    const half = z * Math.sqrt((share * (1 - share)) / n + (z * z) / (4 * n * n));
    return (middle + sign * half) / (1 + (z * z) / n);
  };

  /** Ballots as groups of item ids; what respondents added themselves is left out. */
  const ballots = (figure: Pick<Figure, 'question' | 'filter'>): string[][][] => {
    const known = new Set(optionsOf(figure.question).map(({ id }) => id));
    return passing(figure).flatMap(({ answers }) => {
      const answer = answers[figure.question!];
      if (!Array.isArray(answer)) return [];
      const groups = (answer as unknown[][])
        .map((group) => group.filter((id): id is string => typeof id === 'string' && known.has(id)))
        .filter((group) => group.length > 0);
      return groups.length > 0 ? [groups] : [];
    });
  };
  /** Mid-ranks of every item on every ballot; unranked items are tied below the ranked ones. */
  const midRanks = (figure: Pick<Figure, 'question' | 'filter'>): Map<string, number>[] => {
    const items = optionsOf(figure.question).map(({ id }) => id);
    return ballots(figure).map((groups) => {
      const ranked = new Set(groups.flat());
      const rest = items.filter((id) => !ranked.has(id));
      const ranks = new Map<string, number>();
      let before = 0;
      for (const group of [...groups, rest]) {
        for (const id of group) ranks.set(id, before + (group.length + 1) / 2);
        before += group.length;
      }
      return ranks;
    });
  };
  const meanRank = (figure: Figure): number =>
    mean(midRanks(figure).map((ranks) => ranks.get(figure.item!)!));

  const leadingGroup = (figure: Figure): string => {
    const ranks = midRanks(figure);
    const items = optionsOf(figure.question).map(({ id }) => id);
    const n = ranks.length;
    const pairs = items.flatMap((a, i) =>
      items.slice(i + 1).map((b) => {
        const differences = ranks.map((own) => own.get(a)! - own.get(b)!);
        const middle = mean(differences);
        const variance = differences.reduce((sum, d) => sum + (d - middle) ** 2, 0) / (n - 1);
        const p =
          variance === 0
            ? Number(middle === 0)
            : studentTwoSided(middle / Math.sqrt(variance / n), n - 1);
        return { worse: middle > 0 ? a : b, p };
      }),
    );
    const sorted = pairs.toSorted((x, y) => x.p - y.p);
    const firstKept = sorted.findIndex(({ p }, k) => p > 0.05 / (sorted.length - k));
    const certain = firstKept < 0 ? sorted : sorted.slice(0, firstKept);
    const beaten = new Set(certain.map(({ worse }) => worse));
    return items
      .filter((id) => !beaten.has(id))
      .toSorted()
      .join();
  };

  const kendallW = (figure: Figure): number => {
    const ranks = midRanks(figure);
    const [n, items] = [ranks.length, optionsOf(figure.question).map(({ id }) => id)];
    const m = items.length;
    const squares = items
      .map((id) => ranks.reduce((sum, own) => sum + own.get(id)!, 0))
      .reduce((sum, own) => sum + own * own, 0);
    let ties = 0;
    for (const own of ranks) {
      const sizes = new Map<number, number>();
      for (const rank of own.values()) sizes.set(rank, (sizes.get(rank) ?? 0) + 1);
      for (const size of sizes.values()) ties += size ** 3 - size;
    }
    return (12 * squares - 3 * n * n * m * (m + 1) ** 2) / (n * n * m * (m * m - 1) - n * ties);
  };

  const polarised = (figure: Figure): string => {
    const items = optionsOf(figure.question).map(({ id }) => id);
    const third = Math.max(1, Math.round(items.length / 3));
    const all = ballots(figure);
    const reached = (id: string, from: number, to: number): number =>
      all.reduce((sum, groups) => {
        const rest = items.filter((item) => !groups.flat().includes(item));
        let before = 0;
        for (const group of [...groups, rest]) {
          const end = before + group.length;
          if (group.includes(id)) {
            return sum + Math.max(0, Math.min(end, to) - Math.max(before, from)) / group.length;
          }
          before = end;
        }
        return sum;
      }, 0) / all.length;
    return items
      .filter(
        (id) =>
          reached(id, 0, third) >= 1 / 3 &&
          reached(id, items.length - third, items.length) >= 1 / 3,
      )
      .toSorted()
      .join();
  };

  /** Sorted values of an ordered question. */
  const ordered = (figure: Figure): number[] => {
    const values = valuesOf(figure.question);
    const given =
      question(figure.question).kind === 'number'
        ? passing(figure).flatMap(({ answers }) => {
            const value = answers[figure.question!];
            return typeof value === 'number' ? [value] : [];
          })
        : choices(figure).flatMap((id) => (id === null ? [] : [values.get(id)!]));
    return given.toSorted((a, b) => a - b);
  };
  const quantile = (figure: Figure, share: number, upper: boolean): number => {
    const sorted = ordered(figure);
    const place = sorted.length * share;
    if (!Number.isInteger(place)) return sorted[Math.ceil(place) - 1]!;
    return sorted[upper ? place : place - 1]!;
  };

  /** Pairs of ratings of one item by those who gave both. */
  const pairs = (figure: Pick<Figure, 'question' | 'item' | 'filter'>): [number, number][] => {
    const [first, second] = figure.question!.split(',') as [string, string];
    return passing(figure).flatMap(({ answers }): [number, number][] => {
      const one = (answers[first] as Record<string, unknown> | undefined)?.[figure.item!];
      const two = (answers[second] as Record<string, unknown> | undefined)?.[figure.item!];
      return typeof one === 'number' && typeof two === 'number' ? [[one, two]] : [];
    });
  };
  const mwds = (figure: Pick<Figure, 'question' | 'item' | 'filter'>): number => {
    const given = pairs(figure);
    const importance = mean(given.map(([one]) => one));
    return mean(given.map(([one, two]) => (one - two) * importance));
  };
  const ratedItems = (figure: Figure) =>
    optionsOf(figure.question!.split(',')[0]!).map(({ id }) => ({ ...figure, item: id }));
  const signedRankP = (figure: Figure): number => {
    const tests = ratedItems(figure).map((one) => ({
      item: one.item,
      p: wilcoxon(pairs(one).map(([a, b]) => a - b)),
    }));
    let running = 0;
    for (const [k, { item, p }] of tests.toSorted((a, b) => a.p - b.p).entries()) {
      running = Math.max(running, Math.min(1, p * (tests.length - k)));
      if (item === figure.item) return running;
    }
    return Number.NaN;
  };
  const concentrate = (figure: Figure): string => {
    const points = ratedItems(figure).map((one) => ({
      id: one.item,
      importance: mean(pairs(one).map(([a]) => a)),
      level: mean(pairs(one).map(([, b]) => b)),
    }));
    const [i, l] = [mean(points.map((p) => p.importance)), mean(points.map((p) => p.level))];
    return points
      .filter(({ importance, level }) => importance >= i && level < l)
      .map(({ id }) => id)
      .toSorted()
      .join();
  };
  const ratings = (figure: Figure): number[] =>
    passing(figure).flatMap(({ answers }) => {
      const value = (answers[figure.question!] as Record<string, unknown> | undefined)?.[
        figure.item!
      ];
      return typeof value === 'number' ? [value] : [];
    });
  const isAnswered = (figure: Figure, { answers, suppressed }: ExportedResponse): boolean => {
    if (suppressed?.includes(figure.question!)) return true;
    const answer = answers[figure.question!];
    if (answer === undefined || answer === null || answer === '') return false;
    if (Array.isArray(answer)) return answer.flat().length > 0;
    return typeof answer !== 'object' || Object.keys(answer).length > 0;
  };
  const countsIn = (figure: Figure): number => {
    const { kind } = question(figure.question);
    if (kind === 'ranking') return ballots(figure).length;
    if (kind === 'rating-matrix') {
      return passing(figure).filter(({ answers }) =>
        Object.values((answers[figure.question!] ?? {}) as object).some(
          (value) => typeof value === 'number',
        ),
      ).length;
    }
    return kind === 'number' ? ordered(figure).length : choices(figure).length;
  };

  let made: Curriculum | null = null;
  const curriculumOnce = () => (made ??= planned({ ballots, mwds, optionsOf, quantile }, plan));
  let drawn: ReturnType<typeof recomputed>[] | null = null;
  /** Who sat together, where nearly everybody sat at one of several tables; else one by one. */
  const drawnTogether = () => {
    const people = passing({});
    const tables = Map.groupBy(people, (one) =>
      one.table === null ? one : `${one.event} ${one.table}`,
    );
    const seated = people.filter(({ table }) => table !== null).length;
    const names = [...tables.keys()].filter((key) => typeof key === 'string');
    const areTables = names.length > 1 && seated >= 0.9 * people.length;
    return {
      units: areTables ? [...tables.values()] : people.map((one) => [one]),
      tables: areTables ? names.length : null,
    };
  };
  /** The same figures of other samples of the same people. */
  const drawnOnce = () => {
    const { units } = drawnTogether();
    let state = 1;
    const anybody = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      return units[Math.floor((state / 2 ** 32) * units.length)]!;
    };
    return (drawn ??= Array.from({ length: SAMPLES }, () =>
      recomputed({ definition, responses: units.flatMap(anybody) }, plan, flagged),
    ));
  };

  const methods: Record<string, Recompute> = {
    'question-count': () => definition.questions.filter(({ hidden }) => !hidden).length,
    'language-count': () => definition.languages.length,
    'template-version': () => definition.version,
    'min-cell': () => definition.privacy.minCell,
    'event-count': () =>
      new Set(passing({}).flatMap(({ event }) => (event === null ? [] : [event]))).size,
    'round-count': () => new Set(passing({}).map(({ round }) => round)).size,
    respondents: (figure) => passing(figure).length,
    answers: countsIn,
    'answered-share': (figure) => {
      const all = passing(figure);
      return all.filter((response) => isAnswered(figure, response)).length / all.length;
    },
    'left-out': (figure) => {
      const all = passing(figure);
      const answered = all.filter((response) => isAnswered(figure, response));
      if (figure.item === 'noAnswer') return all.length - answered.length;
      const noOpinion = answered.filter(
        ({ answers }) => answers[figure.question!] === 'no-opinion',
      );
      if (figure.item === 'noOpinion') return noOpinion.length;
      return answered.length - noOpinion.length - countsIn(figure);
    },
    flagged,
    count: (figure) => shareParts(figure)[0],
    share: (figure) => {
      const [hits, n] = shareParts(figure);
      return hits / n;
    },
    'share-low': (figure) => wilson(figure, -1),
    'share-high': (figure) => wilson(figure, 1),
    'item-count': ({ question: id }) => optionsOf(id).length,
    'mean-rank': meanRank,
    'first-share': (figure) => {
      const all = ballots(figure);
      const firsts = all.map(([first]) => (first!.includes(figure.item!) ? 1 / first!.length : 0));
      return mean(firsts);
    },
    'leading-group': leadingGroup,
    'kendall-w': kendallW,
    'polarised-items': polarised,
    'median-low': (figure) => quantile(figure, 0.5, false),
    'median-high': (figure) => quantile(figure, 0.5, true),
    'quartile-low': (figure) => quantile(figure, 0.25, false),
    'quartile-high': (figure) => quantile(figure, 0.75, true),
    'hours-per-week': (figure) => {
      const [hours, weeks] = figure.question!.split(',') as [string, string];
      return (
        quantile({ ...figure, question: hours }, 0.5, false) /
        quantile({ ...figure, question: weeks }, 0.5, false)
      );
    },
    'agree-share': (figure) => mean(ratings(figure).map((value) => Number(value > 3))),
    'disagree-share': (figure) => mean(ratings(figure).map((value) => Number(value < 3))),
    'mean-rating': (figure) => mean(ratings(figure)),
    pairs: (figure) => pairs(figure).length,
    'paired-importance': (figure) => mean(pairs(figure).map(([one]) => one)),
    'paired-level': (figure) => mean(pairs(figure).map(([, two]) => two)),
    'below-share': (figure) => mean(pairs(figure).map(([one, two]) => Number(two < one))),
    'signed-rank-p': signedRankP,
    rds: (figure) => 100 * mean(pairs(figure).map(([one, two]) => Math.sign(two - one))),
    mwds,
    'concentrate-here': concentrate,
    texts: (figure) =>
      passing(figure)
        .flatMap(({ answers }) => [answers[figure.question!]].flat())
        .filter((text) => typeof text === 'string' && text.trim() !== '').length,
    'plan-rule': () => plan.match.handsOn.leastShare,
    'plan-ranking-part': () => plan.rankingPart,
    'plan-day-hours': () => plan.rules.dayHours,
    'plan-weight': ({ item }) => curriculumOnce().weights.get(item!)!,
    'plan-module-hours': ({ item }) => curriculumOnce().standard.get(item!) ?? 0,
    'plan-modules': () => curriculumOnce().standard.size,
    'plan-total-hours': () => total(curriculumOnce().standard),
    'plan-contact-hours': () => total(curriculumOnce().standard) * plan.rules.contactShare,
    'plan-credits': () =>
      Math.floor((2 * total(curriculumOnce().standard)) / plan.rules.hoursPerCredit) / 2,
    'plan-coverage': () => {
      const { standard, weights } = curriculumOnce();
      return [...standard.keys()].reduce((sum, id) => sum + weights.get(id)!, 0);
    },
    'plan-order': () => byWeight(curriculumOnce()).join(),
    'plan-heaviest': () => byWeight(curriculumOnce())[0]!,
    'plan-sheets-lacking': () => curriculumOnce().standard.size,
    'plan-added-hours': () => total(curriculumOnce().longer) - total(curriculumOnce().standard),
    'plan-unplaced': () => curriculumOnce().limit - total(curriculumOnce().standard),
    'plan-variant-hours': ({ item }) => total(variantOf(curriculumOnce(), item!)),
    'plan-variant-modules': ({ item }) => variantOf(curriculumOnce(), item!).size,
    'plan-share-of-samples': (figure) =>
      mean(
        drawnOnce().map((again) => Number(again({ ...figure, method: 'plan-module-hours' }) !== 0)),
      ),
    'plan-tables-drawn': () => drawnTogether().tables,
    'plan-online-limited': () => onlineLimited(curriculumOnce().standard),
  };

  function onlineLimited(standard: Map<string, number>): number {
    const { acceptance, onlineShare } = plan.roles;
    const { step, handsOn } = plan.match;
    const figure = { name: '', value: null, method: '' };
    const accepts = quantile({ ...figure, question: acceptance! }, 0.5, false);
    const share = quantile({ ...figure, question: onlineShare! }, 0.5, false) / 100;
    const required = accepts < handsOn.acceptanceBelow;
    return [...standard.values()].filter((hours) => {
      const contact = hours * plan.rules.contactShare;
      const least = Math.ceil((handsOn.leastShare * contact) / step - 1e-9) * step;
      const wished = Math.round((share * contact) / step) * step;
      return wished > contact - (required ? Math.min(contact, least) : 0) + 1e-9;
    }).length;
  }

  /** Whether the export holds back the very value that a figure is about. */
  const isHeld = ({ question: id, item, filter = {} }: Figure): boolean => {
    const about = [
      ...(filter['where'] ?? '').split(';').map((condition) => condition.split(':')),
      ...(item ?? '').split(',').map((value) => [id ?? '', value]),
    ];
    return about.some(
      ([segment, value]) =>
        responses.some(({ suppressed }) => suppressed?.includes(segment!)) &&
        !responses.some((response) => String(valueOf(response, segment!)) === value),
    );
  };

  return (figure) => {
    const method = methods[figure.method];
    if (!method) throw new Error(`nothing recomputes the method "${figure.method}"`);
    return isHeld(figure) ? undefined : method(figure);
  };
}

/** Samples for what the product draws itself: enough to tell a share to a fifth. */
const SAMPLES = 40;

interface Curriculum {
  limit: number;
  weights: Map<string, number>;
  standard: Map<string, number>;
  short: Map<string, number>;
  long: Map<string, number>;
  /** With one day more. */
  longer: Map<string, number>;
}

type Asked = Pick<Figure, 'question' | 'filter' | 'item'>;

function planned(
  from: {
    ballots: (figure: Asked) => string[][][];
    mwds: (figure: Asked) => number;
    optionsOf: (id: string) => ExportedOption[];
    quantile: (figure: Figure, share: number, upper: boolean) => number;
  },
  { roles, rules, rankingPart }: PlanRulesOnly,
): Curriculum {
  const ids = from.optionsOf(roles['contents']!).map(({ id }) => id);
  const worths = shares(plackettLuce(ids, from.ballots({ question: roles['contents']! })));
  const rated = `${roles['importance']!},${roles['level']!}`;
  const gaps = shares(ids.map((item) => Math.max(0, from.mwds({ question: rated, item }))));
  const joined = ids.map((_, k) => rankingPart * worths[k]! + (1 - rankingPart) * gaps[k]!);
  const weights = new Map(ids.map((id, k) => [id, joined[k]!]));
  const figure = { name: '', value: null, method: '', question: roles['duration']! };
  const of = (share: number) => from.quantile(figure, share, false);
  const plan = (limit: number) => allocated(weights, limit, rules);
  const limit = of(0.5);
  return {
    limit,
    weights,
    standard: plan(limit),
    short: plan(of(0.25)),
    long: plan(of(0.75)),
    longer: plan(limit + rules.dayHours),
  };
}

/** Hours by weight: the lightest leave until all have the least, none has more than the most. */
function allocated(
  weights: ReadonlyMap<string, number>,
  limit: number,
  { step, min, max }: PlanRulesOnly['rules'],
): Map<string, number> {
  const hours = Math.floor(limit / step + 1e-9) * step;
  let kept = [...weights].toSorted(([, a], [, b]) => b - a);
  const capped = (among: typeof kept): number[] => {
    const full = new Set<number>();
    for (;;) {
      const free = among.reduce((sum, [, weight], k) => sum + (full.has(k) ? 0 : weight), 0);
      const rest = hours - full.size * max;
      const parts = among.map(([, weight], k) => (full.has(k) ? max : (rest * weight) / free));
      const over = parts.findIndex((part, k) => !full.has(k) && part > max + 1e-9);
      if (over < 0) return parts;
      full.add(over);
    }
  };
  while (kept.length > 1 && capped(kept).at(-1)! < min - 1e-9) kept = kept.slice(0, -1);
  const parts = capped(kept).map((part) => part / step);
  const whole = parts.map((part) => Math.floor(part + 1e-9));
  let rest =
    Math.round(Math.min(hours, kept.length * max) / step) - whole.reduce((a, b) => a + b, 0);
  const byRemainder = parts
    .map((_, k) => k)
    .toSorted((a, b) => {
      return parts[b]! - whole[b]! - (parts[a]! - whole[a]!);
    });
  for (const k of byRemainder) {
    if (rest === 0) break;
    if ((whole[k]! + 1) * step > max + 1e-9) continue;
    whole[k]!++;
    rest--;
  }
  return new Map(kept.map(([id], k) => [id, whole[k]! * step]));
}

/** Worths by Hunter's MM, with half a win and half a loss of each item against one unseen. */
function plackettLuce(ids: readonly string[], ballots: readonly string[][][]): number[] {
  const orders = ballots.map((groups) => groups.flat().map((id) => ids.indexOf(id)));
  const m = ids.length;
  let worth = new Float64Array(m + 1).fill(1);
  for (let round = 0; round < 3000; round++) {
    const wins = new Float64Array(m + 1).fill(0.5);
    const losses = new Float64Array(m + 1);
    wins[m] = 0.5 * m;
    /** By item: the rounds that it was still there for, less those of every ballot. */
    const left = new Float64Array(m);
    let everywhere = 0;
    for (let item = 0; item < m; item++) {
      const both = 1 / (worth[item]! + worth[m]!);
      losses[item]! += both;
      losses[m]! += both;
    }
    const all = worth.slice(0, m).reduce((sum, own) => sum + own, 0);
    for (const order of orders) {
      let sum = all;
      let passed = 0;
      for (const [place, chosen] of order.entries()) {
        if (place === m - 1) break;
        passed += 1 / sum;
        wins[chosen]!++;
        left[chosen]! += passed;
        sum -= worth[chosen]!;
      }
      everywhere += passed;
      for (const chosen of order.slice(0, m - 1)) left[chosen]! -= passed;
    }
    for (let item = 0; item < m; item++) losses[item]! += everywhere + left[item]!;
    const next = worth.map((_, item) => wins[item]! / losses[item]!);
    const moved = Math.max(...next.map((value, item) => Math.abs(Math.log(value / worth[item]!))));
    worth = next;
    if (moved < 1e-10) break;
  }
  return Array.from(worth.slice(0, m));
}

function byWeight({ standard, weights }: Curriculum): string[] {
  return [...standard.keys()].toSorted((a, b) => weights.get(b)! - weights.get(a)!);
}

function variantOf(curriculum: Curriculum, name: string): Map<string, number> {
  return curriculum[name as 'short' | 'standard' | 'long'];
}

function total(hours: ReadonlyMap<string, number>): number {
  return [...hours.values()].reduce((sum, own) => sum + own, 0);
}

function shares(values: readonly number[]): number[] {
  const sum = values.reduce((a, b) => a + b, 0);
  return values.map((value) => value / sum);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function studentTwoSided(t: number, freedom: number): number {
  return betainc(freedom / (freedom + t * t), freedom / 2, 0.5, true, false);
}

/** Two-sided p of Wilcoxon's signed-rank test by the normal distribution, ties corrected. */
function wilcoxon(differences: readonly number[]): number {
  const sizes = differences.filter((d) => d !== 0).toSorted((a, b) => Math.abs(a) - Math.abs(b));
  let [positive, variance] = [0, 0];
  for (let at = 0; at < sizes.length;) {
    let end = at;
    while (end < sizes.length && Math.abs(sizes[end]!) === Math.abs(sizes[at]!)) end++;
    const rank = (at + 1 + end) / 2;
    for (const d of sizes.slice(at, end)) {
      if (d > 0) positive += rank;
      variance += (rank * rank) / 4;
    }
    at = end;
  }
  const z = (positive - (sizes.length * (sizes.length + 1)) / 4) / Math.sqrt(variance);
  return studentTwoSided(z, 1e9);
}
