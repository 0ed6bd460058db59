import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  link: 'Link',
  downloadQr: 'QR-code: {format}',
  saved: 'Opgeslagen.',
  save: 'Opslaan',
  remove: 'Verwijderen',
  copied: 'Gekopieerd',
  copy: 'Kopiëren',
  cardsTitle: 'Tafelkaarten',
  cardsLead:
    'Een kaart per tafel, met een eigen QR-code: antwoorden die daarmee komen, kennen hun tafel. De korte code werkt ook.',
  tables: 'Aantal tafels',
  tableNames: 'Of hun namen, één per regel',
  perPage: 'Kaarten per vel',
  showCards: 'Kaarten tonen',
  table: 'Tafel {name}',
  cardLead: 'Scan, of open {address} en typ',
  back: 'Terug naar delen',
  print: 'Afdrukken',
  cardsWrong: 'Kies tussen 1 en 200 tafels.',
  timesTitle: 'Openen en sluiten',
  timesLead: 'Het onderzoek opent en sluit vanzelf, volgens de klok van de server.',
  opensAt: 'Opent',
  closesAt: 'Sluit',
  timeZone: 'Tijdzone',
  nowThere: 'Daar is het nu: {time}.',
  willOpen: 'Opent op {time}',
  willClose: 'Sluit op {time}',
  timePassed: 'Dit tijdstip is voorbij. Kies een later of laat het veld leeg.',
  timeCrossed: 'Het onderzoek zou sluiten voordat het opent.',
  timeWrong: 'Schrijf de datum en de tijd, bijvoorbeeld 2026-11-24 18:00.',
  zoneWrong: 'Deze tijdzone bestaat niet.',
  quotasTitle: 'Genoeg antwoorden',
  quotasLead:
    'Zijn het er zoveel, dan zien verdere mensen een vriendelijke pagina. Ze krijgen nooit een aantal te zien.',
  quotaTotal: 'Antwoorden in totaal',
  quotaBy: 'Groepen begrenzen op',
  noGroups: 'Geen groepen',
  showGroups: 'Groepen tonen',
  noLimit: 'geen grens',
  quotaWrong: 'Schrijf hele getallen vanaf 1, of laat velden leeg.',
  quotaGroups: 'Antwoorden per groep: {question}',
  linksTitle: 'Persoonlijke links',
  linksLead:
    'Elke link geldt voor één antwoord. Via welke link een antwoord kwam, wordt nergens bewaard, dus niemand kan het opzoeken; met het ontvangstbewijs kan men antwoorden nog wijzigen.',
  onlyInvited: 'Alleen wie een persoonlijke link heeft, kan antwoorden',
  linksMade: { one: 'Er is één link gemaakt.', other: 'Er zijn {count} links gemaakt.' },
  linksUsed: { one: 'Er is er één gebruikt.', other: 'Er zijn er {count} gebruikt.' },
  linksHidden:
    'Hoeveel er gebruikt zijn, staat hier zodra het er minstens {n} zijn en minstens {n} nog niet: bij minder valt het te raden.',
  makeLinks: 'Links maken',
  linksNumber: 'Aantal links',
  addresses: 'Of e-mailadressen, zoals u ze hebt',
  addressesHint:
    'Gescheiden door regels, komma’s of puntkomma’s. Alleen de links worden ermee bewaard.',
  downloadLinks: 'Alle links downloaden (CSV)',
  downloadLinksLead:
    'De lijst bevat iedereen, ook wie al heeft geantwoord: een lijst van de anderen zou verraden wie niet.',
  deleteLinks: 'Alle links intrekken',
  deleteLinksLead: 'Geen link werkt meer en de adressen worden gewist. Antwoorden blijven.',
  sendTitle: 'Versturen of herinneren',
  sendLead:
    'Gaat naar iedereen met een adres die de link nog niet heeft gebruikt. Wie dat zijn en hoeveel, wordt u niet verteld.',
  sendNone:
    'Deze server verstuurt geen e-mail. Download de links en verstuur ze vanuit uw eigen mailprogramma.',
  sendNotOpen: 'Links kunnen worden verstuurd zolang het onderzoek open is.',
  subject: 'Onderwerp',
  message: 'Bericht',
  messageHint: '{link} wordt ieders eigen link.',
  messageText:
    'We horen graag uw mening. Uw persoonlijke link, geldig voor één antwoord:\n\n{link}\n\nUw antwoorden worden niet met deze link verbonden.',
  send: 'Versturen',
  sent: 'De links zijn onderweg.',
  sentPartly:
    'Sommige links konden niet worden verstuurd. Opnieuw versturen herhaalt ook de andere.',
  tooFew: 'Maak minstens {n} links: bij minder zijn antwoorden uit elkaar te houden.',
  tooMany: 'Een onderzoek heeft hoogstens 10.000 persoonlijke links.',
  addressWrong: 'Geen e-mailadressen: {list}',
  nothingWanted: 'Schrijf een aantal links, of adressen.',
  messageWrong: 'Schrijf een onderwerp en een bericht.',
  embedTitle: 'Op uw website',
  embedLead: 'Een link werkt op elke site:',
  takePart: 'Meedoen',
  frameLead:
    'Om het onderzoek in een pagina te tonen, noemt u de sites die dat mogen, één per regel:',
  frameCode: 'Zet dit dan waar het moet verschijnen:',
  originWrong: 'Schrijf adressen van sites, bijvoorbeeld https://example.org.',

  partnersTitle: 'Organisaties die dit onderzoek delen',
  partnersLead:
    'Leden van deze organisaties zien het onderzoek, de evenementen en de resultaten. Zij mogen wat zowel hun eigen rol als de hier gegeven rol toestaat. Verwijderen, verder delen, contactgegevens en webhooks blijven bij {owner}.',
  sharedBy: 'Gedeeld door {organisation}',
  endSharing: 'Niet meer delen',
  leaveSharing: 'Afzien van dit gedeelde onderzoek',
  leaveSharingLead:
    'Uw organisatie ziet het onderzoek dan niet meer. {owner} kan haar opnieuw uitnodigen.',
  invitePartner: 'Een organisatie uitnodigen',
  invitePartnerLead:
    'De link geldt voor één organisatie, één keer en {days} dagen lang. Een eigenaar van die organisatie aanvaardt hem.',
  partnerEmail: 'E-mailadres van een eigenaar daar, als u dat hebt',
  makePartnerLink: 'Link maken',
  partnerLink: 'Geef deze link door. Hij wordt alleen deze keer getoond.',
  offerTitle: '„{study}” delen',
  offerLead:
    '{owner} nodigt uw organisatie uit om dit onderzoek te delen. Leden van {organisation} mogen dan wat zowel hun eigen rol als „{role}” toestaat.',
  offerAccept: 'Aanvaarden voor {organisation}',
  offerOwn: 'Dit onderzoek is van uw organisatie. De link is voor een andere bedoeld.',
  mailPartnerSubject: '„{study}” delen op Plenary',
  mailPartner:
    '{name} nodigt uw organisatie uit om het onderzoek „{study}” van {owner} op Plenary te delen.\n\nEen eigenaar van uw organisatie opent deze link om te aanvaarden. Hij werkt één keer, {days} dagen lang:\n{link}',
} as const satisfies Catalogue<typeof en>;
