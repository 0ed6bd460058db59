import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  link: 'Link',
  downloadQr: 'QR-Code: {format}',
  saved: 'Gespeichert.',
  save: 'Speichern',
  remove: 'Entfernen',
  copied: 'Kopiert',
  copy: 'Kopieren',
  cardsTitle: 'Tischkarten',
  cardsLead:
    'Eine Karte je Tisch, mit eigenem QR-Code: Antworten, die darüber kommen, kennen ihren Tisch. Der kurze Code geht auch.',
  tables: 'Anzahl der Tische',
  tableNames: 'Oder ihre Namen, einer je Zeile',
  perPage: 'Karten je Blatt',
  showCards: 'Karten anzeigen',
  table: 'Tisch {name}',
  cardLead: 'Scannen, oder {address} öffnen und eingeben',
  back: 'Zurück zum Verteilen',
  print: 'Drucken',
  cardsWrong: 'Wählen Sie zwischen 1 und 200 Tischen.',
  timesTitle: 'Öffnen und Schließen',
  timesLead: 'Die Studie öffnet und schließt von selbst, nach der Uhr des Servers.',
  opensAt: 'Öffnet',
  closesAt: 'Schließt',
  timeZone: 'Zeitzone',
  nowThere: 'Dort ist es jetzt: {time}.',
  willOpen: 'Öffnet am {time}',
  willClose: 'Schließt am {time}',
  timePassed: 'Diese Zeit ist vorbei. Wählen Sie eine spätere oder lassen Sie das Feld leer.',
  timeCrossed: 'Die Studie würde schließen, bevor sie öffnet.',
  timeWrong: 'Schreiben Sie Datum und Uhrzeit, zum Beispiel 2026-11-24 18:00.',
  zoneWrong: 'Diese Zeitzone gibt es nicht.',
  quotasTitle: 'Genug Antworten',
  quotasLead:
    'Sind es so viele, sehen weitere Personen stattdessen eine freundliche Seite. Zahlen erfahren sie nie.',
  quotaTotal: 'Antworten insgesamt',
  quotaBy: 'Gruppen begrenzen nach',
  noGroups: 'Keine Gruppen',
  showGroups: 'Gruppen anzeigen',
  noLimit: 'unbegrenzt',
  quotaWrong: 'Schreiben Sie ganze Zahlen ab 1 oder lassen Sie Felder leer.',
  quotaGroups: 'Antworten je Gruppe: {question}',
  linksTitle: 'Persönliche Links',
  linksLead:
    'Jeder Link gilt für eine Antwort. Über welchen Link eine Antwort kam, wird nirgends gespeichert; niemand kann es nachsehen. Mit der Quittung lassen sich Antworten weiterhin ändern.',
  onlyInvited: 'Nur wer einen persönlichen Link hat, kann antworten',
  linksMade: { one: 'Ein Link wurde erstellt.', other: '{count} Links wurden erstellt.' },
  linksUsed: { one: 'Einer wurde benutzt.', other: '{count} wurden benutzt.' },
  linksHidden:
    'Wie viele benutzt wurden, steht hier, sobald es mindestens {n} sind und mindestens {n} noch nicht: Bei weniger ließe es sich erraten.',
  makeLinks: 'Links erstellen',
  linksNumber: 'Anzahl der Links',
  addresses: 'Oder E-Mail-Adressen, wie Sie sie haben',
  addressesHint:
    'Getrennt durch Zeilen, Kommas oder Strichpunkte. Mit ihnen werden nur die Links gespeichert.',
  downloadLinks: 'Alle Links herunterladen (CSV)',
  downloadLinksLead:
    'Die Liste enthält alle, auch wer schon geantwortet hat: Eine Liste der übrigen verriete, wer nicht.',
  deleteLinks: 'Alle Links zurücknehmen',
  deleteLinksLead: 'Kein Link geht mehr, und die Adressen werden gelöscht. Antworten bleiben.',
  sendTitle: 'Senden oder erinnern',
  sendLead:
    'Geht an alle mit Adresse, deren Link noch nicht benutzt wurde. Wer das ist und wie viele, erfahren Sie nicht.',
  sendNone:
    'Dieser Server versendet keine E-Mails. Laden Sie die Links herunter und senden Sie sie aus Ihrem Mailprogramm.',
  sendNotOpen: 'Links können gesendet werden, solange die Studie offen ist.',
  subject: 'Betreff',
  message: 'Nachricht',
  messageHint: '{link} wird zum eigenen Link jeder Person.',
  messageText:
    'Wir möchten gern Ihre Meinung hören. Ihr persönlicher Link, gültig für eine Antwort:\n\n{link}\n\nIhre Antworten werden nicht mit diesem Link verbunden.',
  send: 'Senden',
  sent: 'Die Links sind unterwegs.',
  sentPartly:
    'Einige Links konnten nicht gesendet werden. Erneutes Senden wiederholt auch die übrigen.',
  tooFew:
    'Erstellen Sie mindestens {n} Links: Bei weniger ließen sich Antworten auseinanderhalten.',
  tooMany: 'Eine Studie hat höchstens 10.000 persönliche Links.',
  addressWrong: 'Keine E-Mail-Adressen: {list}',
  nothingWanted: 'Schreiben Sie eine Anzahl oder Adressen.',
  messageWrong: 'Schreiben Sie einen Betreff und eine Nachricht.',
  embedTitle: 'Auf Ihrer Website',
  embedLead: 'Ein Link geht auf jeder Seite:',
  takePart: 'Mitmachen',
  frameLead:
    'Um die Studie in einer Seite zu zeigen, nennen Sie die Websites, die das dürfen, eine je Zeile:',
  frameCode: 'Setzen Sie dann dies an die Stelle, an der sie erscheinen soll:',
  originWrong: 'Schreiben Sie Adressen von Websites, zum Beispiel https://example.org.',

  partnersTitle: 'Organisationen, mit denen diese Studie geteilt wird',
  partnersLead:
    'Mitglieder dieser Organisationen sehen die Studie, ihre Veranstaltungen und ihre Ergebnisse. Sie dürfen, was sowohl ihre eigene als auch die hier vergebene Rolle erlaubt. Löschen, Weitergeben, Kontaktangaben und Webhooks bleiben bei {owner}.',
  sharedBy: 'Geteilt von {organisation}',
  endSharing: 'Nicht mehr teilen',
  leaveSharing: 'Auf diese geteilte Studie verzichten',
  leaveSharingLead:
    'Ihre Organisation sieht die Studie dann nicht mehr. {owner} kann sie erneut einladen.',
  invitePartner: 'Eine Organisation einladen',
  invitePartnerLead:
    'Der Link gilt für eine Organisation, einmal und {days} Tage lang. Jemand mit der Rolle „Inhaber“ in dieser Organisation nimmt ihn an.',
  partnerEmail: 'E-Mail-Adresse eines Inhabers dort, falls bekannt',
  makePartnerLink: 'Link erstellen',
  partnerLink: 'Geben Sie diesen Link weiter. Er wird nur dieses eine Mal angezeigt.',
  offerTitle: '„{study}“ teilen',
  offerLead:
    '{owner} lädt Ihre Organisation ein, diese Studie zu teilen. Mitglieder von {organisation} dürfen dann, was sowohl ihre eigene Rolle als auch „{role}“ erlaubt.',
  offerAccept: 'Für {organisation} annehmen',
  offerOwn: 'Diese Studie gehört Ihrer Organisation. Der Link ist für eine andere bestimmt.',
  mailPartnerSubject: '„{study}“ auf Plenary teilen',
  mailPartner:
    '{name} lädt Ihre Organisation ein, die Studie „{study}“ von {owner} auf Plenary zu teilen.\n\nEin Inhaber Ihrer Organisation öffnet diesen Link, um anzunehmen. Er funktioniert einmal, {days} Tage lang:\n{link}',
} as const satisfies Catalogue<typeof en>;
