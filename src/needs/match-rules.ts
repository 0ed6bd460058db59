/** What a way of teaching brings with it. */
export type MethodTrait = 'hands-on' | 'online' | 'on-site';

/** Methods that suit some modules better than their general rank says. */
export interface Affinity {
  id: string;
  modules: readonly string[];
  methods: readonly string[];
}

/** The rules by which methods and formats are matched to modules: data, to be shown and changed. */
export interface MatchRules {
  /** Only methods up to this place of the ranking are considered; tied ones come together. */
  places: number;
  /** Methods a module gets. */
  methodsPerModule: number;
  traits: Readonly<Record<string, readonly MethodTrait[]>>;
  affinities: readonly Affinity[];
  /**
   * When the median acceptance of e-learning is below `acceptanceBelow`, at least `leastShare` of
   * every module's contact hours are hands-on and one of its methods is.
   */
  handsOn: { acceptanceBelow: number; leastShare: number };
  /** Hours of each format come in multiples of this. */
  step: number;
}

/**
 * The rules to start from. Methods and modules are those of the study template on programme
 * managers of smart cities; ones that a study does not have are passed over.
 */
export const defaultMatchRules: MatchRules = {
  places: 5,
  methodsPerModule: 2,
  traits: {
    'hands-on-lab': ['hands-on'],
    'own-project': ['hands-on'],
    simulation: ['hands-on'],
    'site-visits': ['hands-on', 'on-site'],
    'live-online': ['online'],
    'self-paced': ['online'],
    'classroom-lectures': ['on-site'],
  },
  affinities: [
    {
      id: 'data-needs-a-lab',
      modules: ['data-analysis', 'value-from-data', 'interoperability'],
      methods: ['hands-on-lab', 'own-project'],
    },
    {
      id: 'money-and-contracts-need-cases',
      modules: [
        'business-models',
        'public-private-partnership',
        'innovation-procurement',
        'investment-appraisal',
      ],
      methods: ['case-studies', 'simulation'],
    },
    {
      id: 'people-need-people',
      modules: ['multidisciplinary-teams', 'citizen-engagement', 'programme-management'],
      methods: ['peer-exchange', 'own-project', 'mentoring'],
    },
    {
      id: 'technology-needs-seeing',
      modules: ['technology-trends'],
      methods: ['site-visits', 'case-studies'],
    },
  ],
  handsOn: { acceptanceBelow: 4, leastShare: 0.2 },
  step: 0.5,
};
