import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  notFound: 'Aquí no hi ha res',
  notFoundLead:
    'En aquesta adreça no hi ha res, o res que pugueu veure. Potser hi ha una lletra equivocada, o s’ha suprimit.',
  signIn: 'Inicieu la sessió',
  signInLead: 'Aquesta pàgina és per a qui dirigeix estudis.',
  forbidden: 'No podeu fer això',
  forbiddenLead:
    'La vostra funció no ho permet. Demaneu a un propietari de la vostra organització que ho faci o que us doni una altra funció.',
  refused: 'No ha funcionat',
  refusedLead: 'No s’ha canviat res. Torneu enrere, corregiu-ho i envieu-ho de nou.',
  gone: 'Això s’ha acabat',
  goneLead: 'El que busqueu s’ha tancat o retirat.',
  tooMany: 'Un moment, si us plau',
  tooManyLead: {
    one: 'Han arribat massa peticions de la vostra xarxa. Torneu-ho a provar d’aquí a un segon.',
    other:
      'Han arribat massa peticions de la vostra xarxa. Torneu-ho a provar d’aquí a {count} segons.',
  },
  broken: 'Alguna cosa ha fallat aquí',
  brokenLead: 'No és culpa vostra i no s’ha canviat res. Torneu-ho a provar d’aquí a un moment.',
  away: 'No disponible en aquest moment',
  awayLead:
    'La base de dades no respon. El que heu introduït en un telèfon s’hi guarda i s’envia tan bon punt respongui.',
  detail: 'Què diu el servidor',
  back: 'Torna enrere',
  studies: 'Als estudis',
  join: 'Introduïu un codi',
  again: 'Torna-ho a provar',
} as const satisfies Catalogue<typeof en>;
