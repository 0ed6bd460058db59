import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  link: 'Enlace',
  downloadQr: 'Código QR: {format}',
  saved: 'Guardado.',
  save: 'Guardar',
  remove: 'Quitar',
  copied: 'Copiado',
  copy: 'Copiar',
  cardsTitle: 'Tarjetas de mesa',
  cardsLead:
    'Una tarjeta para cada mesa, con su propio código QR: las respuestas que llegan por él saben de qué mesa son. El código corto también sirve.',
  tables: 'Número de mesas',
  tableNames: 'O sus nombres, uno por línea',
  perPage: 'Tarjetas por hoja',
  showCards: 'Mostrar las tarjetas',
  table: 'Mesa {name}',
  cardLead: 'Escanee, o abra {address} y escriba',
  back: 'Volver a difusión',
  print: 'Imprimir',
  cardsWrong: 'Elija entre 1 y 200 mesas.',
  timesTitle: 'Apertura y cierre',
  timesLead: 'El estudio se abre y se cierra solo, según el reloj del servidor.',
  opensAt: 'Se abre',
  closesAt: 'Se cierra',
  timeZone: 'Zona horaria',
  nowThere: 'Allí son ahora: {time}.',
  willOpen: 'Se abre el {time}',
  willClose: 'Se cierra el {time}',
  timePassed: 'Esa hora ya ha pasado. Elija una posterior o deje el campo vacío.',
  timeCrossed: 'El estudio se cerraría antes de abrirse.',
  timeWrong: 'Escriba la fecha y la hora, por ejemplo 2026-11-24 18:00.',
  zoneWrong: 'No existe esa zona horaria.',
  quotasTitle: 'Respuestas suficientes',
  quotasLead:
    'Cuando se alcanza este número, las demás personas ven una página amable. Nunca se les dice ninguna cifra.',
  quotaTotal: 'Respuestas en total',
  quotaBy: 'Limitar grupos por',
  noGroups: 'Sin grupos',
  showGroups: 'Mostrar sus grupos',
  noLimit: 'sin límite',
  quotaWrong: 'Escriba números enteros desde 1, o deje los campos vacíos.',
  quotaGroups: 'Respuestas por grupo: {question}',
  linksTitle: 'Enlaces personales',
  linksLead:
    'Cada enlace sirve para una respuesta. No se guarda en ningún sitio por qué enlace llegó una respuesta, así que nadie puede consultarlo; con el recibo se pueden seguir cambiando las respuestas.',
  onlyInvited: 'Solo pueden responder quienes tengan un enlace personal',
  linksMade: { one: 'Se ha creado un enlace.', other: 'Se han creado {count} enlaces.' },
  linksUsed: { one: 'Se ha usado uno.', other: 'Se han usado {count}.' },
  linksHidden:
    'Cuántos se han usado se dice cuando al menos {n} se hayan usado y al menos {n} no: con menos se podría adivinar.',
  makeLinks: 'Crear enlaces',
  linksNumber: 'Número de enlaces',
  addresses: 'O direcciones de correo, tal como las tenga',
  addressesHint:
    'Separadas por líneas, comas o punto y coma. Con ellas solo se guardan los enlaces.',
  downloadLinks: 'Descargar todos los enlaces (CSV)',
  downloadLinksLead:
    'La lista incluye a todo el mundo, también a quienes ya han respondido: una lista de los demás revelaría quién no lo ha hecho.',
  deleteLinks: 'Retirar todos los enlaces',
  deleteLinksLead:
    'Ningún enlace funcionará y se borran las direcciones. Las respuestas se conservan.',
  sendTitle: 'Enviar o recordar',
  sendLead:
    'Llega a quienes tienen dirección y no han usado su enlace. No se le dice quiénes son ni cuántos.',
  sendNone:
    'Este servidor no envía correo. Descargue los enlaces y envíelos desde su programa de correo.',
  sendNotOpen: 'Los enlaces se pueden enviar mientras el estudio está abierto.',
  subject: 'Asunto',
  message: 'Mensaje',
  messageHint: '{link} se convierte en el enlace propio de cada persona.',
  messageText:
    'Nos gustaría conocer su opinión. Su enlace personal, válido para una respuesta:\n\n{link}\n\nSus respuestas no se relacionan con este enlace.',
  send: 'Enviar',
  sent: 'Los enlaces están en camino.',
  sentPartly:
    'Algunos enlaces no se han podido enviar. Si envía de nuevo, se repiten también los demás.',
  tooFew: 'Cree al menos {n} enlaces: con menos se podrían distinguir las respuestas.',
  tooMany: 'Un estudio tiene como máximo 10.000 enlaces personales.',
  addressWrong: 'No son direcciones de correo: {list}',
  nothingWanted: 'Escriba un número de enlaces, o direcciones.',
  messageWrong: 'Escriba un asunto y un mensaje.',
  embedTitle: 'En su sitio web',
  embedLead: 'Un enlace funciona en cualquier sitio:',
  takePart: 'Participar',
  frameLead:
    'Para mostrar el estudio dentro de una página, indique los sitios que pueden hacerlo, uno por línea:',
  frameCode: 'Después ponga esto donde deba aparecer:',
  originWrong: 'Escriba direcciones de sitios, por ejemplo https://example.org.',

  partnersTitle: 'Organizaciones que comparten este estudio',
  partnersLead:
    'Los miembros de estas organizaciones ven el estudio, sus eventos y sus resultados. Pueden hacer lo que permiten a la vez su propio rol y el que se da aquí. Eliminar, volver a compartir, los contactos y los webhooks quedan en manos de {owner}.',
  sharedBy: 'Compartido por {organisation}',
  endSharing: 'Dejar de compartir',
  leaveSharing: 'Renunciar a este estudio compartido',
  leaveSharingLead: 'Su organización dejará de ver el estudio. {owner} puede volver a invitarla.',
  invitePartner: 'Invitar a una organización',
  invitePartnerLead:
    'El enlace sirve para una sola organización, una vez y durante {days} días. Lo acepta un propietario de esa organización.',
  partnerEmail: 'Correo electrónico de un propietario de allí, si lo tiene',
  makePartnerLink: 'Crear el enlace',
  partnerLink: 'Haga llegar este enlace. Solo se muestra esta vez.',
  offerTitle: 'Compartir «{study}»',
  offerLead:
    '{owner} invita a su organización a compartir este estudio. Los miembros de {organisation} podrán hacer lo que permiten a la vez su propio rol y «{role}».',
  offerAccept: 'Aceptar en nombre de {organisation}',
  offerOwn: 'Este estudio es de su organización. El enlace es para otra.',
  mailPartnerSubject: 'Compartir «{study}» en Plenary',
  mailPartner:
    '{name} invita a su organización a compartir el estudio «{study}» de {owner} en Plenary.\n\nUn propietario de su organización abre este enlace para aceptar. Funciona una vez, durante {days} días:\n{link}',
} as const satisfies Catalogue<typeof en>;
