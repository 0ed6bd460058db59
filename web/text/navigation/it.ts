import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  study: 'Studio',
  questions: 'Domande',
  translations: 'Traduzioni',
  share: 'Condividi',
  room: 'Sala',
  results: 'Risultati',
  data: 'Dati',
  strategy: 'Strategia',
  needs: 'Fabbisogni',
  plan: 'Piano formativo',
  compare: 'Confronta',
  strategyParts: 'Parti della strategia',
  sections: 'Parti di questo studio',
} as const satisfies Catalogue<typeof en>;
