import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  notFound: 'Qui non c’è nulla',
  notFoundLead:
    'A questo indirizzo non c’è nulla, o nulla che Lei possa vedere. Forse una lettera è sbagliata, oppure è stato eliminato.',
  signIn: 'Effettui l’accesso',
  signInLead: 'Questa pagina è per chi conduce studi.',
  forbidden: 'Non può farlo',
  forbiddenLead:
    'Il Suo ruolo non lo consente. Chieda a un proprietario della Sua organizzazione di farlo o di darLe un altro ruolo.',
  refused: 'Non ha funzionato',
  refusedLead: 'Nulla è stato modificato. Torni indietro, corregga e invii di nuovo.',
  gone: 'È terminato',
  goneLead: 'Ciò che cerca è stato chiuso o ritirato.',
  tooMany: 'Un momento, per favore',
  tooManyLead: {
    one: 'Sono arrivate troppe richieste dalla Sua rete. Riprovi tra un secondo.',
    other: 'Sono arrivate troppe richieste dalla Sua rete. Riprovi tra {count} secondi.',
  },
  broken: 'Qui qualcosa è andato storto',
  brokenLead: 'Non è colpa Sua e nulla è stato modificato. Riprovi tra un momento.',
  away: 'Non disponibile al momento',
  awayLead:
    'La base di dati non risponde. Ciò che ha inserito su un telefono resta lì e viene inviato appena risponde.',
  detail: 'Che cosa dice il server',
  back: 'Torna indietro',
  studies: 'Agli studi',
  join: 'Inserisca un codice',
  again: 'Riprova',
} as const satisfies Catalogue<typeof en>;
