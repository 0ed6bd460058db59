import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  parts: 'Partes de los datos',
  texts: 'Textos y temas',
  writeIns: 'Respuestas propias',
  quality: 'Calidad',
  question: 'Pregunta',
  show: 'Mostrar',
  noQuestions: 'Este estudio no tiene ninguna pregunta así.',
  tooFew: 'Las respuestas se muestran cuando hay al menos {least}.',
  readOnly: 'Puede leerlo. Deciden quienes diseñan el estudio y los propietarios.',
  log: 'Lo que se ha decidido',
  logEmpty: 'Nada todavía. Cada decisión aparece aquí y puede deshacerse.',
  somebody: 'Alguien',
  undo: 'Deshacer',
  undoWhat: 'Deshacer: {what}',
  undoneBy: 'deshecho por {name} el {date}',
  byOn: '{name}, {date}',

  textsLead:
    'Lea lo que se ha escrito y asigne a cada texto uno o varios temas. Después, los temas se cuentan como las opciones de una pregunta.',
  peopleAnswered: {
    one: 'Ha respondido una persona',
    many: 'Han respondido {count} de personas',
    other: 'Han respondido {count} personas',
  },
  search: 'Buscar en los textos',
  only: 'Mostrar',
  allTexts: 'Todos los textos',
  uncodedTexts: 'Textos sin tema',
  times: { one: 'una vez', other: '{count} veces' },
  near: 'Estos {n} textos comparten la mayoría de sus palabras',
  chooseNear: 'Elegir todos estos',
  noneFound: 'Ningún texto coincide.',
  theme: 'Tema',
  newTheme: 'o un tema nuevo',
  giveTheme: 'Asignar el tema',
  takeTheme: 'Quitar el tema',
  keys: 'Teclado: las flechas mueven, la barra espaciadora elige y del 1 al 9 se asigna un tema.',
  themesTitle: 'Cuántas personas nombraron cada tema',
  themesMethod:
    'Personas cuya respuesta tiene el tema, de todas las que respondieron. El intervalo es el de Wilson al 95 %. Una persona puede nombrar varios temas.',
  notCoded: 'Sin tema',
  people: 'Personas',
  share: 'Proporción',
  interval: 'Intervalo del 95 %',
  compareBy: 'Comparar por',
  noGroups: 'Sin grupos',
  held: 'no se muestra: muy pocas',
  gave: {
    one: '«{theme}» asignado a un texto',
    other: '«{theme}» asignado a {count} textos',
  },
  took: {
    one: '«{theme}» quitado de un texto',
    other: '«{theme}» quitado de {count} textos',
  },

  writeInsLead:
    'Lo que varias personas escriben con sus palabras puede contar como una de las opciones o como un elemento nuevo. Las grafías parecidas aparecen juntas; lo que significa lo mismo con otras palabras lo decide usted.',
  writeInsNone: 'Aquí no hay respuestas propias pendientes de unir.',
  spellings: 'Grafías',
  countAs: 'Cuenta como',
  newItem: 'Un elemento nuevo:',
  newItemName: 'Nombre del elemento nuevo',
  optionsGiven: 'Opciones de la pregunta',
  optionsAdded: 'Elementos creados a partir de respuestas propias',
  merge: 'Unir',
  mergeWhat: 'Unir {text}',
  newItemMeaning:
    'Un elemento nuevo no se mostró a nadie. Para quien no lo escribió cuenta como no ordenado, por debajo de lo que sí ordenó. Por eso su puesto es más bajo que si todos lo hubieran visto: léalo como el apoyo mínimo que tiene.',
  newItemIgnored:
    'Un elemento nuevo no se mostró a nadie. Solo lo comparan quienes lo escribieron: lea su puesto con cautela.',
  optionMeaning:
    'Quien ordenó la opción y además la escribió conserva el mejor de los dos puestos. Las respuestas posteriores cuentan del mismo modo.',
  stepMeaning:
    'Mientras el estudio está abierto, los resultados cambian cuando han cambiado al menos {least} respuestas.',
  merged: 'Unido a «{name}»: {texts}',
  mergedNew: 'Unido al elemento nuevo «{name}»: {texts}',
  mergedAway: 'textos retirados',
  waiting: 'Están llegando muchas respuestas: la unión se contará enseguida.',

  qualityLead:
    'Indicios de que una respuesta quizá no se pensó. Una respuesta rápida o regular puede ser sincera: nunca se borra nada ni se nombra a nadie.',
  onPaper: {
    one: 'Una respuesta se escribió en papel y la introdujo quien facilita.',
    other: '{count} respuestas se escribieron en papel y las introdujo quien facilita.',
  },
  qualityNone: 'Todavía no hay respuestas.',
  qualityMany: 'Hay más de {n} respuestas: no se buscan indicios.',
  flaggedTitle: {
    one: 'Una de {n} respuestas está señalada',
    other: '{count} de {n} respuestas están señaladas',
  },
  flaggedFew: 'Menos de {least} de {n} respuestas están señaladas',
  flaggedNone: 'Ninguna de {n} respuestas está señalada',
  flaggedLead:
    'Se señalan las posibles copias, las pruebas y las respuestas con dos o más indicios de otro tipo. Los resultados pueden mostrarse sin ellas.',
  resultsWith: 'Resultados con todas las respuestas',
  resultsWithout: 'Resultados sin las señaladas',
  foundFew: 'Menos de {least}',
  foundNone: 'Ninguna',
  ofAll: '{share} de {n}',
  fast: 'Muy rápida',
  fastMeans:
    'Respondida en menos de un tercio del tiempo mediano. {n} teléfonos indicaron cuánto se tardó.',
  straight: 'Siempre la misma respuesta',
  straightMeans:
    'La misma valoración en todas las filas de las preguntas de valoración (al menos diez), o todo ordenado como igual.',
  order: 'Orden tal como se mostró',
  orderMeans:
    'Ordenaciones que mantienen o invierten el orden aleatorio en que se mostraron los elementos, cuando el azar lo haría en menos de 2 de cada 1.000 personas.',
  copy: 'Posible copia',
  copyMeans:
    'Las mismas respuestas que un envío anterior en un plazo de tres días, salvo en una pregunta como máximo: al menos ocho respuestas iguales y entre ellas una ordenación. La anterior no se señala.',
  test: 'Prueba',
  testMeans: 'Un texto como «prueba», o una letra repetida.',
  effectSame: 'Sin ellas, el orden de «{question}» no cambia.',
  effectMoves: 'Sin ellas, «{question}» cambia:',
  effectFew: 'No se muestra cómo quedaría el orden sin ellas: son muy pocas.',
  move: '{item}: {place} → {without}',
  biasTitle: '¿Influye el orden en que se muestra?',
  biasLead:
    'Cada persona vio los elementos en un orden aleatorio propio. Si los que aparecen antes se ordenan más arriba con más frecuencia de la que permite el azar, la propia lista influye; el orden aleatorio lo compensa entre los elementos.',
  biasNone: 'Ningún indicio ({n} personas, p {p})',
  biasSome: 'Lo mostrado antes se ordena más arriba: correlación {r} ({n} personas, p {p})',
  biasReverse: 'Lo mostrado después se ordena más arriba: correlación {r} ({n} personas, p {p})',
  biasFew: 'Muy pocas respuestas para saberlo',

  filterAll: 'Todas las respuestas',
  filterClean: 'Sin las señaladas',
  leftOut: {
    one: 'Se deja fuera una respuesta señalada del estudio.',
    other: 'Se dejan fuera {count} respuestas señaladas del estudio.',
  },
  leftOutFew: 'Se dejan fuera las respuestas señaladas del estudio, menos de {least}.',
  leftOutNone: 'Ninguna respuesta del estudio está señalada, así que no se deja fuera ninguna.',
  leftOutLater:
    'Las respuestas señaladas cuentan por ahora: se pueden dejar fuera cuando el estudio esté cerrado.',
  leftOutMany:
    'Las respuestas señaladas cuentan: solo se buscan entre un máximo de {most} respuestas.',
  addedNote:
    'Creados a partir de respuestas propias y no mostrados a nadie: {items}. Si todos los hubieran visto, su puesto sería más alto o igual.',
} as const satisfies Catalogue<typeof en>;
