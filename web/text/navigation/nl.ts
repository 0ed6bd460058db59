import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  study: 'Onderzoek',
  questions: 'Vragen',
  translations: 'Vertalingen',
  share: 'Delen',
  room: 'Zaal',
  results: 'Resultaten',
  data: 'Gegevens',
  strategy: 'Strategie',
  needs: 'Behoeften',
  plan: 'Leerplan',
  compare: 'Vergelijken',
  strategyParts: 'Onderdelen van de strategie',
  sections: 'Onderdelen van dit onderzoek',
} as const satisfies Catalogue<typeof en>;
