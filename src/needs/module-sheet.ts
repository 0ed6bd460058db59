import type { CurriculumPlan, PlannedModule } from './curriculum.ts';
import type { ModuleMatch } from './module-match.ts';
import type { ModuleStability } from './stability.ts';
import type { Workload } from './workload.ts';

/** How learners take part. */
export type Participation = 'online' | 'on-site' | 'blended';

/** What a team writes about a module; all of it editable, nothing of it made up. */
export interface SheetText {
  title?: string;
  learningOutcomes?: readonly string[];
  /** Level of the European Qualifications Framework, 1..8. */
  eqfLevel?: number;
  assessment?: string;
  qualityAssurance?: string;
  awardingBody?: string;
  /** Country of the awarding body, ISO 3166-1 alpha-2. */
  country?: string;
  /** Codes of the e-Competence Framework and of DigComp, and an ESCO address. */
  ecf?: readonly string[];
  digcomp?: readonly string[];
  esco?: string;
}

/** An element of a micro-credential that a person has to write. */
export type WrittenElement =
  | 'title'
  | 'learningOutcomes'
  | 'eqfLevel'
  | 'assessment'
  | 'qualityAssurance'
  | 'awardingBody'
  | 'country';

/**
 * The sheet of a module, with the mandatory elements of a European micro-credential that concern
 * the course. Learner and date of issuing belong to the certificate and are not here.
 */
export interface ModuleSheet extends SheetText {
  id: string;
  /** Part of the workload that the European element "notional workload" asks for. */
  workload: Workload;
  participation: Participation;
  methods: ModuleMatch['methods'];
  formatHours: ModuleMatch['hours'];
  /** Modules to be taken before. */
  prerequisites: readonly string[];
  /** Place in the teaching order, 1 = first. */
  position: number;
  standing: PlannedModule['standing'];
  stability: ModuleStability | null;
  /** Mandatory elements still to be written. */
  missing: WrittenElement[];
}

const written: WrittenElement[] = [
  'title',
  'learningOutcomes',
  'eqfLevel',
  'assessment',
  'qualityAssurance',
  'awardingBody',
  'country',
];

/**
 * Sheets of the modules of a plan, in teaching order: workload and format from the plan, the rest
 * as written, and what is still missing.
 * Source: Council Recommendation of 16 June 2022, OJ C 243/02, Annex I.
 *
 * @example
 * moduleSheets({ plan, matches, texts: {} })[0].missing.length // => 7
 */
export function moduleSheets(given: {
  plan: CurriculumPlan;
  matches: readonly ModuleMatch[];
  texts: Readonly<Record<string, SheetText>>;
  prerequisites?: Readonly<Record<string, readonly string[]>>;
  stability?: readonly ModuleStability[];
}): ModuleSheet[] {
  const { plan, matches, texts, prerequisites = {}, stability = [] } = given;
  return plan.order.flatMap((id, index) => {
    const module = plan.modules.find((one) => one.id === id);
    const match = matches.find((one) => one.id === id);
    if (!module || !match) return [];
    const text = texts[id] ?? {};
    return {
      ...text,
      id,
      workload: module.workload,
      participation: participationOf(match),
      methods: match.methods,
      formatHours: match.hours,
      prerequisites: prerequisites[id] ?? [],
      position: index + 1,
      standing: module.standing,
      stability: stability.find((one) => one.id === id) ?? null,
      missing: written.filter((element) => isEmpty(text[element])),
    };
  });
}

function participationOf({ hours: { online, handsOn, other } }: ModuleMatch): Participation {
  if (online === 0) return 'on-site';
  return handsOn + other === 0 ? 'online' : 'blended';
}

function isEmpty(value: string | number | readonly string[] | undefined): boolean {
  return value === undefined || (typeof value !== 'number' && value.length === 0);
}
