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
  sections: 'Partes de este estudio',
} as const satisfies Catalogue<typeof en>;
