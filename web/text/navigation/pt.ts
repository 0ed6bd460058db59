import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  study: 'Estudo',
  questions: 'Perguntas',
  translations: 'Traduções',
  share: 'Partilhar',
  room: 'Sala',
  results: 'Resultados',
  data: 'Dados',
  strategy: 'Estratégia',
  needs: 'Necessidades',
  plan: 'Plano de formação',
  compare: 'Comparar',
  strategyParts: 'Partes da estratégia',
  sections: 'Partes deste estudo',
} as const satisfies Catalogue<typeof en>;
