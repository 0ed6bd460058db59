/** The parts of a study that have a page, in the order of its tabs. */
export const STUDY_SECTIONS = [
  { key: 'study', path: '' },
  { key: 'questions', path: '/edit' },
  { key: 'translations', path: '/translations' },
  { key: 'share', path: '/share' },
  { key: 'room', path: '/room' },
  { key: 'results', path: '/results' },
  { key: 'strategy', path: '/strategy' },
  { key: 'data', path: '/data' },
] as const satisfies readonly { key: string; path: string }[];

/** The key of one part; also the key of its name in the navigation's texts. */
export type StudySection = (typeof STUDY_SECTIONS)[number]['key'];
