import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  study: 'Estudi',
  questions: 'Preguntes',
  translations: 'Traduccions',
  share: 'Compartir',
  room: 'Sala',
  results: 'Resultats',
  data: 'Dades',
  strategy: 'Estratègia',
  needs: 'Necessitats',
  plan: 'Pla de formació',
  compare: 'Comparar',
  strategyParts: 'Parts de l’estratègia',
  sections: 'Parts d’aquest estudi',
} as const satisfies Catalogue<typeof en>;
