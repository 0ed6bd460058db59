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
  sections: 'Parts of this study',
} as const;
