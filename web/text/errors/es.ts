import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  notFound: 'Aquí no hay nada',
  notFoundLead:
    'En esta dirección no hay nada, o nada que usted pueda ver. Quizá haya una letra equivocada, o se haya eliminado.',
  signIn: 'Inicie sesión',
  signInLead: 'Esta página es para quienes dirigen estudios.',
  forbidden: 'No puede hacer esto',
  forbiddenLead:
    'Su función no lo permite. Pida a un propietario de su organización que lo haga o que le dé otra función.',
  refused: 'No ha funcionado',
  refusedLead: 'No se ha cambiado nada. Vuelva atrás, corríjalo y envíelo de nuevo.',
  gone: 'Esto ha terminado',
  goneLead: 'Lo que busca se ha cerrado o retirado.',
  tooMany: 'Un momento, por favor',
  tooManyLead: {
    one: 'Han llegado demasiadas peticiones de su red. Inténtelo de nuevo en un segundo.',
    other: 'Han llegado demasiadas peticiones de su red. Inténtelo de nuevo en {count} segundos.',
  },
  broken: 'Algo ha fallado aquí',
  brokenLead: 'No es culpa suya y no se ha cambiado nada. Inténtelo de nuevo dentro de un momento.',
  away: 'No disponible en este momento',
  awayLead:
    'La base de datos no responde. Lo que ha introducido en un teléfono se guarda allí y se envía en cuanto responda.',
  detail: 'Lo que dice el servidor',
  back: 'Volver',
  studies: 'A los estudios',
  join: 'Introducir un código',
  again: 'Intentar de nuevo',
} as const satisfies Catalogue<typeof en>;
