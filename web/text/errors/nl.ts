import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  notFound: 'Hier is niets',
  notFoundLead:
    'Op dit adres is niets, of niets dat u mag zien. Misschien klopt een letter niet, of is het verwijderd.',
  signIn: 'Meld u aan',
  signInLead: 'Deze pagina is voor mensen die onderzoeken uitvoeren.',
  forbidden: 'Dit mag u niet doen',
  forbiddenLead:
    'Uw rol staat het niet toe. Vraag een eigenaar van uw organisatie om het te doen of u een andere rol te geven.',
  refused: 'Dat is niet gelukt',
  refusedLead: 'Er is niets gewijzigd. Ga terug, verbeter het en verstuur het opnieuw.',
  gone: 'Dit is voorbij',
  goneLead: 'Wat u zoekt, is gesloten of ingetrokken.',
  tooMany: 'Een ogenblik alstublieft',
  tooManyLead: {
    one: 'Er kwamen te veel verzoeken uit uw netwerk. Probeer het over een seconde opnieuw.',
    other: 'Er kwamen te veel verzoeken uit uw netwerk. Probeer het over {count} seconden opnieuw.',
  },
  broken: 'Hier ging iets mis',
  brokenLead: 'Het ligt niet aan u en er is niets gewijzigd. Probeer het zo dadelijk opnieuw.',
  away: 'Even niet beschikbaar',
  awayLead:
    'De database antwoordt niet. Wat u op een telefoon hebt ingevuld, blijft daar bewaard en wordt verstuurd zodra ze antwoordt.',
  detail: 'Wat de server zegt',
  back: 'Terug',
  studies: 'Naar de onderzoeken',
  join: 'Deelnamecode invoeren',
  again: 'Opnieuw proberen',
} as const satisfies Catalogue<typeof en>;
