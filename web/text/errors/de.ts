import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  notFound: 'Hier ist nichts',
  notFoundLead:
    'Unter dieser Adresse ist nichts, oder nichts, was Sie sehen dürfen. Vielleicht ist ein Buchstabe falsch, oder es wurde gelöscht.',
  signIn: 'Bitte melden Sie sich an',
  signInLead: 'Diese Seite ist für Menschen, die Studien durchführen.',
  forbidden: 'Das dürfen Sie nicht',
  forbiddenLead:
    'Ihre Rolle erlaubt es nicht. Bitten Sie jemanden, dem Ihre Organisation gehört, es zu tun oder Ihnen eine andere Rolle zu geben.',
  refused: 'Das hat nicht geklappt',
  refusedLead:
    'Es wurde nichts geändert. Gehen Sie zurück, berichtigen Sie es und senden Sie es erneut.',
  gone: 'Das ist vorbei',
  goneLead: 'Was Sie suchen, wurde geschlossen oder zurückgezogen.',
  tooMany: 'Einen Augenblick bitte',
  tooManyLead: {
    one: 'Aus Ihrem Netz kamen zu viele Anfragen. Versuchen Sie es in einer Sekunde noch einmal.',
    other:
      'Aus Ihrem Netz kamen zu viele Anfragen. Versuchen Sie es in {count} Sekunden noch einmal.',
  },
  broken: 'Hier ist etwas schiefgegangen',
  brokenLead:
    'Es liegt nicht an Ihnen, und es wurde nichts geändert. Versuchen Sie es gleich noch einmal.',
  away: 'Gerade nicht bereit',
  awayLead:
    'Die Datenbank antwortet nicht. Was Sie auf einem Telefon eingegeben haben, bleibt dort und wird gesendet, sobald sie es tut.',
  detail: 'Was der Server sagt',
  back: 'Zurück',
  studies: 'Zu den Studien',
  join: 'Beitrittscode eingeben',
  again: 'Noch einmal versuchen',
} as const satisfies Catalogue<typeof en>;
