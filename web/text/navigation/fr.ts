import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  study: 'Étude',
  questions: 'Questions',
  translations: 'Traductions',
  share: 'Partager',
  room: 'Salle',
  results: 'Résultats',
  data: 'Données',
  strategy: 'Stratégie',
  sections: 'Parties de cette étude',
} as const satisfies Catalogue<typeof en>;
