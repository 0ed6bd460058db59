import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  study: 'Studie',
  questions: 'Fragen',
  translations: 'Übersetzungen',
  share: 'Teilen',
  room: 'Raum',
  results: 'Ergebnisse',
  data: 'Daten',
  strategy: 'Strategie',
  needs: 'Bedarf',
  plan: 'Curriculum',
  compare: 'Vergleich',
  strategyParts: 'Teile der Strategie',
  sections: 'Teile dieser Studie',
} as const satisfies Catalogue<typeof en>;
