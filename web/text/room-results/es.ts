import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  link: 'La sala: mesas, rondas, eventos',
  title: 'La sala en cifras',
  lead: 'Las respuestas de las personas y las de las mesas nunca se suman: aquí están unas junto a otras.',
  event: 'Evento',
  allEvents: 'Todos los eventos',
  own: 'Un grupo frente a todos los demás',
  nothing: 'Todavía no hay respuestas de una sala',
  nothingLead:
    'Cuando la gente responda en mesas o en un evento, verá aquí qué cambió la conversación y si las mesas representan a sus miembros.',
  stepped: 'Mientras la gente responde, los miembros de una mesa cuentan en pasos enteros de {n}.',
  roundOf: 'Ronda {n}',
  audience: 'público',
  experts: 'expertos invitados',
  team: 'equipo del proyecto',
  table: 'Mesa',
  members: 'Miembros',
  representTitle:
    'Los miembros y su propia mesa ordenan de otro modo el {own} de los pares; los miembros y las demás mesas, el {others}',
  representHeld: 'Hay demasiado pocas respuestas por mesa para comparar a los miembros con su mesa',
  representMethod:
    '{n} miembros de las mesas mostradas. Si los asientos se hubieran repartido al azar: p {p}.',
  representOwn: 'Distancia a su propia mesa',
  representOthers: 'Distancia a las demás mesas',
  representNearer: 'Más cerca de su propia mesa',
  heldFew: 'menos de {n}',
  heldNone: 'aún sin ordenación',
  prevailed: 'Distancia a su propia mesa según quién es: {list}.',
  prevailedHeld: 'Los expertos y el equipo del proyecto son demasiado pocos para distinguirlos.',
  howDistance:
    'La distancia es la parte de todos los pares de elementos que dos órdenes ponen al revés; un par que solo uno de ellos empata cuenta la mitad. 0 % es el mismo orden, 50 % lo que da el azar, 100 % el inverso.',
  howShown:
    'Solo se muestran y cuentan las mesas con al menos {n} miembros que respondieron. Las demás mesas son la vara de medir.',
  agreeMore: 'Las personas de una misma mesa coinciden más que las de mesas distintas',
  agreeSame: 'Las personas de una misma mesa no coinciden más que las de mesas distintas',
  agreeMethod: 'El {share} de las diferencias está entre mesas; por azar sería el {chance}. p {p}.',
  agreeW: 'W de Kendall',
  agreeTau: 'Tau media',
  withinTables: 'Dentro de las mesas, de media',
  acrossTables: 'Entre mesas distintas, de media',
  betweenTables: 'Las ordenaciones de las propias mesas',
  differMost:
    'Las mesas difieren sobre todo en {list}: la parte de las diferencias entre personas que está entre mesas.',
  howAgree:
    'La W de Kendall es 1 cuando todos ordenan igual. Por azar es más o menos 1 dividido por el número de personas, así que las mesas pequeñas parecen más de acuerdo de lo que están. La tau media de dos personas es 0 por azar, sea cual sea su número.',
  howDealt: 'El valor p reparte de nuevo todos los asientos {n} veces.',
  bootTitle: 'Puestos después de la conversación, sorteando mesas enteras',
  bootMethod:
    '{n} personas en {tables} mesas, por Borda: en el 95 % de los sorteos el puesto está en el intervalo.',
  bootFew: 'Con menos de 8 mesas los intervalos son demasiado estrechos.',
  place: 'Puesto',
  byTable: 'Sorteando mesas',
  byPerson: 'Sorteando personas',
  howBoot:
    'Quienes hablaron en una misma mesa ya no responden de forma independiente. Por eso se sortean mesas enteras una y otra vez; sortear personas haría que los puestos parecieran más seguros de lo que son.',
  range: 'de {low} a {high}',
  markedChanged: 'Sin {who} el orden es otro',
  markedLeader: 'Sin {who} encabeza otro elemento',
  markedSame: 'Sin {who} el orden es el mismo',
  markedHeld: 'Con o sin expertos y equipo del proyecto',
  markedFew: 'Quedarían fuera o dentro menos de {n}, así que no se compara nada.',
  markedMethod: 'Quedan fuera {left}; permanecen {n}.',
  markedWith: 'Con todos',
  markedWithout: 'Sin {who}',
  howMarked:
    'Quienes vinieron como expertos invitados o como equipo del proyecto están marcados en su asiento. Ambos órdenes son los de Kemeny, de la primera ronda.',
  movedSome: {
    one: 'De la ronda {before} a la ronda {after} se movió con seguridad un elemento',
    other: 'De la ronda {before} a la ronda {after} se movieron con seguridad {count} elementos',
  },
  movedNone: 'De la ronda {before} a la ronda {after} no se movió con seguridad ningún elemento',
  pairedMethod:
    '{n} personas estuvieron en ambas rondas. Se fueron: {leavers}. Llegaron: {newcomers}.',
  pairedFew: 'Menos de {n} personas respondieron en ambas rondas.',
  pairedCoarse:
    'Quienes quedan fuera son tan pocos que las posiciones medias podrían delatar sus respuestas: solo se muestran los puestos.',
  agreementMoved: 'La W de Kendall pasó de {before} a {after}.',
  agreementChange: 'El cambio está entre {low} y {high} (95 %).',
  towards: 'Distancia a su propia mesa: {before} antes, {after} después (p {p}).',
  stopAgreed: 'Hay acuerdo y el orden es estable: puede parar.',
  stopSettled:
    'El orden es estable, pero no hay acuerdo. Otra ronda apenas lo cambiaría: informe del desacuerdo.',
  stopGoOn: 'El acuerdo o el orden aún se mueven: pregunte otra vez.',
  stopUsed:
    'El acuerdo o el orden aún se mueven, pero más de {n} rondas cansan: infórmelo tal como está.',
  meanOf: 'Posición media, ronda {n}',
  howPaired:
    'Las dos posiciones que cada persona da a un elemento se comparan con la prueba de los rangos con signo de Wilcoxon, corregida según Holm para todos los elementos. Solo cuentan las personas presentes en ambas rondas.',
  howStop:
    'Un estudio por rondas termina cuando la W de Kendall es al menos {agreed} y el orden es estable: tau-x de los dos órdenes de al menos {stable} y un cambio de W de como mucho {change}. La estabilidad cuenta primero.',
  eventsTitle: 'Puesto de cada elemento, evento por evento',
  eventsMethod:
    'Solo las primeras respuestas de las personas. Cada evento se contrasta con todos los demás.',
  eventHeld: 'retenido',
  eventAgainst: '{event}: tau-x {tau} con los demás, p {p}.',
  equalWeight: '{series}, con el mismo peso para cada evento',
  howEvents:
    'Se retienen los eventos con demasiado pocas respuestas y los que podrían deducirse del resto. Una serie son todos sus eventos juntos; con el mismo peso, un evento grande no se impone a uno pequeño.',
  ownHeld: 'Este grupo o el resto de las personas es demasiado pequeño para mostrarlo.',

  series: 'Serie',
  seriesLead:
    'Las ediciones de una serie, una al lado de otra: cuántas personas respondieron y cómo ordenó cada edición, por separado y en conjunto.',
  noSeries: 'Aún no hay series',
  noSeriesLead: 'Indique la misma serie en varios eventos: aquí aparecerán uno al lado de otro.',
  edition: 'Edición',
  organiser: 'Organiza',
  answered: 'Personas que respondieron',
  noneYet: 'aún ninguna',
  howEditions:
    'Una edición se cuenta cuando al menos {n} personas han respondido en ella, y no mientras las demás la delaten.',

  guidesTitle: 'Lo que las mesas respondieron a las preguntas guía',
  guidesMethod:
    '{n} de {of} preguntas tienen respuesta. Son las palabras de las mesas, sin nombres.',
  guide: 'Pregunta guía',
  guideAnswer: 'Respuesta',
  cardsTitle: 'Lo que las mesas escribieron en sus fichas',
  cardsMethod: {
    one: 'Problemas, soluciones y conclusiones de una mesa, tal como los escribió por última vez y sin nombres.',
    other:
      'Problemas, soluciones y conclusiones de {count} mesas, tal como los escribieron por última vez y sin nombres.',
  },
  cardText: 'Texto',
  cardProblem: 'Problema',
  cardSolution: 'Solución',
  cardConclusion: 'Conclusión',

  whenWhere: 'Cuándo y dónde',
} as const satisfies Catalogue<typeof en>;
