import { groupedReasons } from '../../needs/plan-reason.ts';
import { coreShare, fewTables } from '../../needs/stability.ts';
import type { Statement, StatementOf } from '../../needs/statement.ts';
import { curriculumTable, outcomesTable, variantsTable, weightsTable } from './plan-tables.ts';
import { reasonSaid } from './plan-reasons.ts';
import { variantsSentence } from './variants-sentence.ts';
import { filterTold } from './filter-told.ts';
import {
  contentsQuestion,
  isOfSameAnswers,
  type MadePlan,
  planFigure,
  planTrace,
} from './plan-trace.ts';
import { type Reading, type Sentence, sentence } from './reading.ts';
import type { SentenceBlock, StrategyBlock, TracedFigure } from './strategy-document.ts';
import { hours, items, number, percent, type Said, said, type Told } from './told.ts';

/** Section 13: the curriculum by the saved plan, and why it has no more. */
export function planSection(reading: Reading): StrategyBlock[] {
  const { plan: document } = reading.input;
  if (!document?.plan || !document.rules) {
    return [missing(reading, document?.hours.from === 'typed' ? 'planNoHours' : 'planNone')];
  }
  if (!document.scores.figures) return [missing(reading, 'planNoWeights')];
  const made = document as MadePlan;
  return [
    ...scope(reading, made),
    ...(made.plan.possible ? [] : impossible(reading, made)),
    ...planSentences(reading, made),
    ...made.statements.flatMap((one) => statementSentence(reading, made, one)),
    ...stabilitySentences(reading, made),
    ...variantsSentence(reading, made),
    ...(made.plan.possible ? [curriculumTable(reading, made)] : []),
    ...outcomesTable(reading, made),
    ...variantsTable(reading, made),
    ...weightsTable(reading, made),
  ];
}

/** Whose answers the plan stands on, where they are not those of the document. */
function scope(reading: Reading, { settings, leftOut }: MadePlan): SentenceBlock[] {
  if (isOfSameAnswers(reading)) return [];
  const { where } = settings;
  const filter = filterTold(reading, { where, ...(leftOut && { quality: 'clean' }) });
  return [
    sentence(reading, {
      statement: 'plan-basis',
      subject: 'answers',
      said: filter ? said('planPart', { filter }) : said('planEveryone'),
      trace: planTrace(reading, []),
    }),
  ];
}

function missing(
  reading: Reading,
  text: 'planNone' | 'planNoHours' | 'planNoWeights',
): SentenceBlock {
  return sentence(reading, {
    statement: 'plan-missing',
    certainty: text === 'planNoHours' ? 'computed' : 'too-few',
    said: said(text),
    trace: planTrace(reading, []),
  });
}

/** That there is no plan, and why: a sentence a reason, with all modules that it is the reason of. */
function impossible(reading: Reading, { plan }: MadePlan): SentenceBlock[] {
  const question = contentsQuestion(reading);
  const trace = planTrace(reading, []);
  return [
    sentence(reading, { statement: 'plan-missing', said: said('planImpossible'), trace }),
    ...groupedReasons(plan.reasons).map(({ kind: subject, reason, modules }) => {
      const told = reasonSaid(question, reason, modules);
      return sentence(reading, { statement: 'plan-reason', subject, said: told, trace });
    }),
  ];
}

function planSentences(reading: Reading, made: MadePlan): SentenceBlock[] {
  const { plan, rules, scores, hours: limit } = made;
  const say = (
    statement: Sentence['statement'],
    subject: string,
    what: Said,
    figures: TracedFigure[] = [],
  ) => sentence(reading, { statement, subject, said: what, trace: planTrace(reading, figures) });
  const part = scores.figures!.scores.rankingPart;
  const durationOf = hoursFilter(made);
  const blocks: SentenceBlock[] = [];
  if (plan.possible) {
    const { workload, coverage } = plan;
    const modules = plan.modules.filter((module) => module.hours > 0);
    blocks.push(
      say(
        'plan',
        '',
        said('plan', {
          count: number(modules.length),
          total: hours(workload.totalHours),
          contact: hours(workload.contactHours),
          credits: creditsTold(workload.credits),
        }),
        [
          planFigure('plan-modules', modules.length),
          planFigure('plan-total-hours', workload.totalHours),
          planFigure('plan-contact-hours', workload.contactHours),
          planFigure('plan-credits', workload.credits),
        ],
      ),
      say(
        'plan-basis',
        'credit',
        said('planOf', {
          hours: hours(workload.hoursPerCredit),
          coverage: percent(coverage),
        }),
        [planFigure('plan-coverage', coverage)],
      ),
    );
    const question = contentsQuestion(reading);
    blocks.push(
      say('plan-order', '', said('planOrder', { items: items(question, plan.order) }), [
        planFigure('plan-order', plan.order.join()),
      ]),
    );
  }
  const targets = targetsOf(reading);
  if (targets && plan.possible) {
    blocks.push(
      sentence(reading, {
        statement: 'plan-basis',
        subject: 'targets',
        n: targets.n,
        certainty: targets.certainty,
        said: said('planFor', { items: items(targets.question, targets.leaders) }),
        trace: planTrace(reading, [
          {
            name: 'leaders',
            value: targets.leaders.join(),
            method: 'leading-group',
            question: targets.question,
          },
        ]),
      }),
    );
  }
  blocks.push(
    say(
      'plan-basis',
      'weights',
      said('planWeights', { ranking: percent(part), gap: percent(1 - part) }),
      [planFigure('plan-ranking-part', part)],
    ),
    sentence(reading, {
      statement: 'plan-basis',
      subject: 'hours',
      ...(limit.from === 'answers' && { n: limit.n ?? 0, certainty: limit.certainty }),
      said:
        limit.from === 'answers'
          ? limitSaid(limit, rules.hours)
          : said('hoursTyped', { hours: hours(rules.hours) }),
      trace: {
        ...planTrace(reading, []),
        figures: [
          limit.from === 'answers'
            ? {
                name: 'hours',
                value: rules.hours,
                method: 'median-low',
                question: reading.input.needs.roles.duration,
                ...(durationOf && { filter: durationOf }),
              }
            : planFigure('plan-limit', rules.hours),
        ],
      },
    }),
  );
  return blocks;
}

/** Credits in halves; a plan too small for the first half has less than that. */
function creditsTold(credits: number): Told {
  const half = { is: 'said', said: said('below', { value: number(0.5, 1) }) } as const;
  return credits === 0 ? half : number(credits, credits % 1 ? 1 : 0);
}

/** The limit that the answers make: their median, or the lower of two that it lies between. */
function limitSaid({ upper }: MadePlan['hours'], lower: number): Said {
  return upper !== null && upper > lower
    ? said('hoursFromLower', { hours: hours(lower), upper: hours(upper) })
    : said('hoursFromAnswers', { hours: hours(lower) });
}

/** Whose answers make the hours of a plan, as in the results' address; `null` for everyone. */
function hoursFilter({ settings, leftOut }: MadePlan): Record<string, string> | null {
  const { where } = settings.duration;
  const filter = { ...(where && { where }), ...(leftOut && { quality: 'clean' }) };
  return Object.keys(filter).length > 0 ? filter : null;
}

/** The groups that lead the ranking of target groups; `null` where none do. */
function targetsOf({ input }: Reading) {
  const { rankings, roles } = input.needs;
  const { figures, n, certainty } = rankings.targets;
  const [leaders, ...behind] = figures?.tiers ?? [];
  if (!leaders || behind.length === 0 || !roles.targets) return null;
  return { question: roles.targets, leaders, n: n ?? 0, certainty };
}

function statementSentence(reading: Reading, made: MadePlan, one: Statement): SentenceBlock[] {
  const question = contentsQuestion(reading);
  const say = (
    statement: Sentence['statement'],
    subject: string,
    what: Said,
    figures: TracedFigure[],
  ) => [sentence(reading, { statement, subject, said: what, trace: planTrace(reading, figures) })];
  switch (one.kind) {
    case 'plan-reason': {
      const { reason, possible } = one.figures;
      if (!possible) return [];
      const figures = 'unplaced' in reason ? [planFigure('plan-unplaced', made.plan.unplaced)] : [];
      return say('plan-reason', reason.code, reasonSaid(question, reason), figures);
    }
    case 'plan-tie': {
      const { modules } = one.figures;
      return say(
        'plan-tie',
        modules.join('-'),
        said('planTie', { items: items(question, modules) }),
        [],
      );
    }
    case 'one-more-day':
      return say('one-more-day', '', moreSaid(question, one), [
        planFigure('plan-day-hours', one.figures.dayHours),
        planFigure('plan-added-hours', one.figures.addedHours),
      ]);
    default:
      return [];
  }
}

function moreSaid(question: string, { figures }: StatementOf<'one-more-day'>): Said {
  const { dayHours, addedHours, joined } = figures;
  const day = hours(dayHours);
  if (addedHours === 0) return said('moreNothing', { day });
  const added = hours(addedHours);
  return joined.length > 0
    ? said('moreJoins', { day, added, items: items(question, joined) })
    : said('moreGrows', { day, added });
}

/** Which modules nearly all other samples of the people would have too. */
function stabilitySentences(reading: Reading, made: MadePlan): SentenceBlock[] {
  const { stability, plan } = made;
  const { result, tables } = stability;
  if (!plan.possible) return [];
  if (!result || result.samples === 0) {
    return [
      sentence(reading, {
        statement: 'module-stability',
        subject: 'waiting',
        said: said('stabilityWaiting'),
        trace: planTrace(reading, []),
      }),
    ];
  }
  const question = contentsQuestion(reading);
  const isIn = new Set(plan.order);
  const of = (role: 'core' | 'elective') =>
    result.modules.filter((module) => isIn.has(module.id) && module.role === role);
  const figures = (role: 'core' | 'elective') =>
    of(role).map(({ id, share }) => planFigure('plan-share-of-samples', share, id));
  const ids = (role: 'core' | 'elective') =>
    items(
      question,
      of(role).map(({ id }) => id),
    );
  const blocks: SentenceBlock[] = [];
  const n = result.respondents;
  if (of('core').length > 0) {
    blocks.push(
      sentence(reading, {
        statement: 'module-stability',
        subject: 'core',
        n,
        said: said(tables === null ? 'core' : 'coreTables', {
          limit: percent(coreShare),
          samples: number(result.samples),
          items: ids('core'),
        }),
        trace: planTrace(reading, figures('core')),
      }),
    );
  }
  if (of('elective').length > 0) {
    blocks.push(
      sentence(reading, {
        statement: 'module-stability',
        subject: 'elective',
        n,
        said: said('elective', { items: ids('elective') }),
        trace: planTrace(reading, figures('elective')),
      }),
    );
  }
  if (tables !== null && blocks.length > 0) {
    const drawn = { tables: number(tables) };
    blocks.push(
      sentence(reading, {
        statement: 'module-stability',
        subject: 'tables',
        said:
          tables < fewTables
            ? said('drawnFewTables', { ...drawn, least: number(fewTables) })
            : said('drawnTables', drawn),
        trace: planTrace(reading, [planFigure('plan-tables-drawn', tables)]),
      }),
    );
  }
  return blocks;
}
