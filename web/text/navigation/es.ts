import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  study: 'Estudio',
  questions: 'Preguntas',
  translations: 'Traducciones',
  share: 'Compartir',
  room: 'Sala',
  results: 'Resultados',
  data: 'Datos',
  strategy: 'Estrategia',
  needs: 'Necesidades',
  plan: 'Plan de formación',
  compare: 'Comparar',
  strategyParts: 'Partes de la estrategia',
  sections: 'Partes de este estudio',
} as const satisfies Catalogue<typeof en>;
