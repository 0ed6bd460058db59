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
  needs: 'Besoins',
  plan: 'Programme',
  compare: 'Comparer',
  strategyParts: 'Parties de la stratégie',
  sections: 'Parties de cette étude',
} as const satisfies Catalogue<typeof en>;
