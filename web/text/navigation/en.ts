/** The parts of a study, as its navigation names them. */
export default {
  study: 'Study',
  questions: 'Questions',
  translations: 'Translations',
  share: 'Share',
  room: 'Room',
  results: 'Results',
  data: 'Data',
  strategy: 'Strategy',
  needs: 'Needs',
  plan: 'Curriculum',
  compare: 'Compare',
  strategyParts: 'Parts of the strategy',
  sections: 'Parts of this study',
} as const;
