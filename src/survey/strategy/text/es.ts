import type { Catalogue } from '../../catalogue.ts';
import type en from './en.ts';

export default {
  quoted: '«{text}»',
  range: 'de {from} a {to}',
  below: '< {value}',
  partOf: '{name} ({share})',
  stated: '{sentence}.',
  firm: '{sentence} (n = {n}; seguro al 95 %).',
  tentative: '{sentence} (n = {n}; provisional, con menos de 15 respuestas).',
  open: '{sentence} (n = {n}; abierto, las respuestas no lo deciden).',
  round: 'Ronda {n}',

  documentTitle: 'Estrategia de formación: {study}',
  section1: 'Resumen',
  section2: 'Contexto y finalidad',
  section3: 'Quién ha participado',
  section4: 'Método',
  section5: '¿Hace falta formación, y para quién?',
  section6: 'Contenidos',
  section7: 'Métodos de enseñanza',
  section8: 'Duración y ritmo',
  section9: 'Marco del programa',
  section10: 'Formación en línea y mezcla de grupos',
  section11: 'Retos, casos y soluciones',
  section12: 'Diferencias',
  section13: 'Plan de estudios propuesto',
  section14: 'Hoja de ruta',
  annex: 'Anexos',

  contents: 'Contenidos',
  targets: 'Destinatarios',
  methods: 'Métodos',
  frameworks: 'Marcos',
  challenges: 'Retos',
  disciplines: 'Disciplinas',

  columnGroup: 'Grupo',
  columnPlace: 'Puesto',
  columnItem: 'Elemento',
  columnMeanRank: 'Rango medio',
  columnRange: 'Puestos posibles (95 %)',
  columnFirst: 'Primera opción',
  columnTier: 'Grupo',
  columnBelow: 'Nivel inferior a la importancia',
  columnRds: 'Discrepancia (RDS)',
  columnMwds: 'Brecha ponderada (MWDS)',
  importance: 'Importancia',
  level: 'Nivel propio actual',
  chartRanking:
    'Rangos medios con intervalos del 95 %, el mejor primero; {items} encabeza el orden de {n} personas',
  chartBars:
    'Proporciones de las {n} respuestas con intervalos del 95 %; la más frecuente: {items}',
  quadrantCaption: 'Importancia y nivel',
  quadrantSummary:
    'Importancia media de cada contenido frente al nivel propio actual; lo importante y poco dominado se forma primero',
  pointText: 'importancia {importance}, nivel {level}',
  gapCaption: 'Brechas entre importancia y nivel, de mayor a menor necesidad',
  columnMedian: 'Mediana',
  columnHalf: 'Mitad central',
  durationCaption: 'Duración por grupo',
  columnAnswers: 'Respuestas',
  columnShare: 'Proporción',
  rowSmallGroups: 'Grupos demasiado pequeños para nombrarlos',

  summaryNothing: 'Todavía no se puede concluir nada: no hay respuestas que puedan mostrarse',
  summaryFew: {
    one: 'Por ahora solo se puede enunciar una conclusión',
    other: 'Por ahora solo se pueden enunciar {count} conclusiones',
  },

  synthetic:
    'Todas las respuestas son inventadas: este documento muestra cómo es una estrategia y no sirve de base para decidir',
  purpose:
    'Esta estrategia se extrae del estudio {title} y dice qué formación hace falta, para quién y en qué forma',
  asked: 'El estudio plantea {questions} preguntas y puede responderse en {languages}',
  stillDraft: 'El estudio aún no se ha abierto',
  stillOpen: 'El estudio sigue abierto, de modo que las cifras del {day} cambiarán',
  closed: 'El estudio está cerrado; las cifras son las del {day}',
  filtered: 'Aquí solo cuenta una parte de las respuestas: {filter}',
  filterPart: '{title}: {items}',
  filterClean: 'sin las que varios indicios ponen en duda',

  participants: { one: 'Ha participado una persona', other: 'Han participado {count} personas' },
  participantsRounds:
    'Hubo {count} respuestas individuales en {rounds} rondas; quien respondió en varias rondas cuenta en cada una, lo que hace los intervalos demasiado estrechos',
  participantsRound: 'Aquí solo cuenta la ronda {round}: en ella participaron {count} personas',
  participantsRoundOf:
    'Aquí solo cuenta la ronda {round}: en ella participaron {count} personas, además de {others}',
  roundHas: '{n} en la ronda {round}',
  participantsHeld: 'Ha participado demasiada poca gente para mostrar algo',
  tables: {
    one: 'Una mesa ha respondido en conjunto y se cuenta aparte',
    other: '{count} mesas han respondido en conjunto y se cuentan aparte',
  },
  tablesRounds:
    'Hubo {count} respuestas de mesas en {rounds} rondas, que se cuentan aparte; una mesa que respondió en varias cuenta en cada una',
  profile: '{title}: {n} respuestas, las más frecuentes {shares}',
  profileHeld: '{title}: demasiado pocas respuestas para mostrarlas',
  completion:
    'Cada una de las preguntas con respuestas dadas que se hicieron a todos y respondió suficiente gente la ha respondido entre el {low} y el {high} de los participantes; la que menos respuestas tiene es {title}',
  completionEqual:
    'Cada una de las preguntas con respuestas dadas que se hicieron a todos y respondió suficiente gente la ha respondido el {share} de los participantes',
  sampleChosen:
    'Quienes han participado fueron invitados o vinieron por su cuenta; los intervalos describen el azar entre ellos y no dicen nada de las personas a las que no se preguntó',
  sampleSmall: 'Con menos de {limit} personas, toda afirmación es como mucho provisional',
  sampleLeans:
    '{title}: el {share} de las respuestas son {items}, así que las conclusiones se inclinan hacia ese grupo',

  version: 'El cuestionario es {id}, versión {version}',
  events: {
    one: 'Las respuestas se dieron en un evento: {names}',
    other: 'Las respuestas se dieron en {count} eventos: {names}',
  },
  noEvents: 'Las respuestas se dieron fuera de cualquier evento',
  rounds: {
    one: 'Se respondió en una ronda',
    other: 'Se respondió en {count} rondas',
  },
  aggregation:
    'Los órdenes son los que menos contradicen las clasificaciones individuales (Kemeny); dos elementos se consideran distintos solo si las pruebas t pareadas, corregidas por Holm para todas las comparaciones, los distinguen al 95 %',
  unrankedBottom:
    'Lo que alguien dejó sin clasificar cuenta como empatado por debajo de lo que clasificó',
  unrankedIgnore: 'Lo que alguien dejó sin clasificar no dice nada sobre su puesto',
  tablesApart: 'Las respuestas de las mesas nunca se suman a las individuales',
  exclusions: '{title}: cuentan {n} de {all} respuestas; sin contar: {reasons}',
  noExclusions: '{title}: cuentan las {all} respuestas',
  leftNoAnswer: '{n} sin respuesta',
  leftNoOpinion: '{n} sin opinión',
  leftDontKnow: '{n} que no saben',
  leftExcluded: '{n} fuera de la base («no sé» y similares)',
  leftWriteInsOnly: '{n} que solo clasificaron elementos propios',
  flagged: {
    one: 'Varios indicios hacen dudar de una respuesta; se cuenta de todos modos',
    other: 'Varios indicios hacen dudar de {count} respuestas; se cuentan de todos modos',
  },
  flaggedOut: {
    one: 'Varios indicios hacen dudar de una respuesta; no se cuenta',
    other: 'Varios indicios hacen dudar de {count} respuestas; no se cuentan',
  },
  flaggedNone: 'Ninguna respuesta muestra varios indicios de descuido',
  suppression:
    'No se muestran grupos de menos de {min} personas, ni los que podrían deducirse por resta',

  unanswered: '{title}: ha respondido demasiada poca gente para decir algo',
  notAsked: '{list}: el estudio no pregunta por ello',
  notAskedHere: 'El estudio no pregunta por esto',
  verdictNeeded:
    'Hace falta formación: lo dice el {share} de quienes opinan, con un intervalo del 95 % que va del {low} al {high}',
  verdictEnough:
    'No se pide formación nueva: la considera necesaria el {share}, con un intervalo del 95 % que va del {low} al {high}, y a la mayoría de los demás les basta la existente',
  verdictOther:
    'La formación no es la respuesta: la considera necesaria el {share}, con un intervalo del 95 % que va del {low} al {high}, y la mayoría de los demás señala otras causas',
  verdictMixed:
    'No se pide formación nueva: la considera necesaria el {share}, con un intervalo del 95 % que va del {low} al {high}, por motivos diversos',
  verdictUndecided:
    'No está decidido si hace falta formación: lo dice el {share}, con un intervalo del 95 % que va del {low} al {high}',
  otherCauses:
    'El {share} dice que el problema no es de formación; hay que examinar otras causas antes de planificar un curso',
  leadersOne:
    '{list}: {items} va claramente en primer lugar, con un rango medio de {ranks} entre {all}',
  leadersSome:
    '{list}: van en cabeza {items}, con rangos medios {ranks} entre {all}; no puede decirse cuál es el primero',
  leadersOnePlain: '{list}: {items} va claramente en primer lugar entre {all}',
  leadersSomePlain:
    '{list}: van en cabeza {items} entre {all}; no puede decirse cuál es el primero',
  leadersAll:
    '{list}: cualquiera de los {all} elementos puede ser el primero; no se aprecia ningún orden',
  leadersMost:
    '{list}: {some} de los {all} elementos pueden ser el primero y no puede decirse cuál; solo se descarta esto: {items}',
  divided:
    '{list}: las opiniones se dividen sobre {items}; al menos un tercio lo sitúa cerca del principio y al menos un tercio cerca del final',
  agreement: '{list}: el acuerdo es {level} (W de Kendall = {w})',
  wNone: 'casi nulo',
  wVeryWeak: 'muy débil',
  wWeak: 'débil',
  wModerate: 'moderado',
  wStrong: 'fuerte',
  wVeryStrong: 'muy fuerte',
  gapLacking:
    '{items}: importancia {importance} frente a un nivel actual de {level}; el {share} valora su nivel por debajo de la importancia',
  gapExceeding:
    '{items}: nivel actual {level} frente a una importancia de {importance}; solo el {share} valora su nivel por debajo',
  gapNone:
    '{items}: no se aprecia brecha, con importancia {importance} y nivel {level}; el {share} valora su nivel por debajo de la importancia',
  trainFirst:
    'Más importante y menos dominado que la media de los contenidos, por lo que se forma primero: {items}',
  trainFirstSome:
    'Más importante y menos dominado que la media de los contenidos, por lo que se forma primero: {items}; quizá también lo siguiente, demasiado cerca de la media para asegurarlo: {others}',
  trainNone:
    'Ningún contenido es a la vez más importante y menos dominado que la media de los contenidos',
  duration:
    'Duración de la formación según la mediana: {median}; la mitad de las respuestas está entre {low} y {high}',
  spread:
    'Período en que debería repartirse: {median}; la mitad de las respuestas está entre {low} y {high}',
  loadFits: '{hours} en {weeks} suponen {load} por semana, lo que es viable',
  loadTooMuch:
    '{hours} en {weeks} suponen {load} por semana, lo que no es viable: se necesitan al menos {needed}',
  formatOnline:
    'La formación puede ser sobre todo en línea con una sesión práctica: lo acepta el {share}, con un intervalo del 95 % que va del {low} al {high}',
  formatHalf:
    'El punto medio de las respuestas es mitad en línea y mitad presencial: el {share} acepta que sea sobre todo en línea, con un intervalo del 95 % que va del {low} al {high}',
  formatFace:
    'La formación debería ser sobre todo presencial: solo el {share} acepta que sea sobre todo en línea, con un intervalo del 95 % que va del {low} al {high}',
  formatOpen:
    'No está decidido si la formación puede ser sobre todo en línea: lo acepta el {share}, con un intervalo del 95 % que va del {low} al {high}',
  handsOn:
    'Como la aceptación de la formación en línea es limitada, al menos el {share} de las horas lectivas son prácticas',
  onlineShare:
    'Proporción de horas en línea según la mediana: {median}; la mitad de las respuestas está entre {low} y {high}',
  mixingYes:
    '{items}: mezclarlas se ve como una ventaja; el {agree} está de acuerdo y el {disagree} en desacuerdo',
  mixingNo:
    '{items}: ninguna mayoría ve ventaja en mezclarlas; el {agree} está de acuerdo y el {disagree} en desacuerdo',

  guiding:
    '{question}: entre sus contenidos, el mejor situado es {content}, con un rango medio de {contentRank}; entre sus retos, {challenge}, con {challengeRank}',
  guidingContent:
    '{question}: entre sus contenidos, el mejor situado es {content}, con un rango medio de {contentRank}',
  guidingChallenge:
    '{question}: entre sus retos, el mejor situado es {challenge}, con un rango medio de {challengeRank}',
  quotesFrom: {
    one: '{title}: una respuesta, citada sin nombre',
    other: '{title}: {shown} de {count} respuestas, citadas sin nombres',
  },
  quotesHeld: '{title}: demasiado pocas respuestas para citarlas',
  tablesOnGuide: {
    one: '{question}: una mesa escribió sobre ello',
    other: '{question}: {count} mesas escribieron sobre ello y se citan {shown}',
  },
  tablesCases: {
    one: 'Una mesa anotó un caso de su práctica',
    other: '{count} mesas anotaron casos de su práctica y se citan {shown}',
  },
  tablesConclude: {
    one: 'Una mesa llevó conclusiones al plenario',
    other: '{count} mesas llevaron conclusiones al plenario y se citan {shown}',
  },
  cardProblem: 'Problema',
  cardSolution: 'Solución',
  cardConclusion: 'Conclusión',

  dividesRanking:
    '{title}, según {segment}: lo que más divide es {items}, con un rango medio de {highest} en {high} y de {lowest} en {low}',
  dividesChoice:
    '{title}, según {segment}: lo que más divide es {items}, elegido por el {highest} en {high} y por el {lowest} en {low}',
  dividesRating:
    '{title}, según {segment}: lo que más divide es {items}, con una valoración media de {highest} en {high} y de {lowest} en {low}',
  dividesOrder:
    '{title}, según {segment}: las respuestas más altas son las de {high} y las más bajas las de {low}',
  dividesNone:
    'Ninguna diferencia entre grupos es segura una vez corregidas todas las comparaciones',
  dividesFew: 'Ha respondido demasiada poca gente para comparar grupos',
  dividesFiltered: 'Dentro de una parte de las respuestas no se comparan grupos entre sí',
  tablesLead: '{list}, según {n} respuestas de mesas: el grupo de cabeza entre {all} es {items}',
  tablesLeadNone: '{list}, según {n} respuestas de mesas: no se aprecia ningún orden',
  groupLeads: '{group}: el grupo de cabeza entre {all} es {items}, con rangos medios {ranks}',
  groupLeadsNone:
    '{group}: cualquiera de los {all} elementos puede ser el primero; no se aprecia ningún orden',
  segmentLanguage: 'Idioma',
  segmentEvent: 'Evento',

  plan: {
    one: 'El plan de estudios tiene un módulo: {total} de trabajo ({credits} ECTS), de ellas {contact} con docente',
    other:
      'El plan de estudios tiene {count} módulos: {total} de trabajo ({credits} ECTS), de ellas {contact} con docente',
  },
  planOf:
    'Un crédito equivale a {hours} de trabajo; los módulos reúnen el {coverage} de toda la prioridad',
  planEveryone:
    'El plan se basa en las respuestas de todas las personas, no solo en las que cuentan aquí',
  planPart: 'El plan se basa en una parte de las respuestas: {filter}',
  planFor: 'Se dirige a {items}',
  planWeights:
    'Las prioridades proceden en un {ranking} de la clasificación y en un {gap} de la brecha entre importancia y nivel',
  hoursFromAnswers: 'El límite de {hours} es la mediana de las respuestas',
  hoursFromLower:
    'El límite de {hours} es la menor de las dos respuestas centrales, porque la mediana está entre {hours} y {upper}',
  hoursTyped: 'El límite de {hours} se fijó a mano',
  planOrder: 'En el orden de impartición: {items}',
  planNone:
    'No se puede planificar un plan de estudios: no se sabe cuántas horas debería durar la formación',
  planNoHours:
    'No se puede planificar un plan de estudios: las horas deben fijarse a mano y aún no se han fijado',
  planImpossible: 'Con las reglas del plan no es posible ningún plan de estudios',
  planNoWeights:
    'No se puede planificar un plan de estudios: no se sabe qué es lo que más falta hace',
  core: 'Obligatorio, en al menos el {limit} de los planes de otras {samples} muestras de las mismas personas: {items}',
  coreTables:
    'Obligatorio, en al menos el {limit} de los planes de otras {samples} muestras de las mismas mesas: {items}',
  elective: 'Optativo, en menos de ellos: {items}',
  drawnTables:
    'Las muestras son de mesas enteras, {tables} en total, porque quienes hablaron en una no responden de forma independiente',
  drawnFewTables:
    'Las muestras son de mesas enteras, porque quienes hablaron en una no responden de forma independiente; con {tables}, menos de {least}, la frecuencia con que aparece un módulo es ella misma incierta',
  stabilityWaiting: 'Aún no se ha calculado cuánto dependen los módulos de quién respondió',
  planTie: 'Entre {items}, que pesan lo mismo, decidió el orden de la lista',
  moreJoins: 'Un día más ({day}) añadiría {added} de trabajo e incorporaría {items}',
  moreGrows: 'Un día más ({day}) añadiría {added} de trabajo a los módulos incluidos',
  moreNothing: 'Un día más ({day}) no añadiría nada que los módulos puedan usar',
  variants:
    'Una variante corta tiene {short} en {shortModules}; una larga, {long} en {longModules}',
  variantsLong:
    'Una variante corta sería igual que este plan; una larga tiene {long} en {longModules}',
  variantsShort:
    'Una variante larga sería igual que este plan; una corta tiene {short} en {shortModules}',
  variantsNone: 'Una variante corta y una larga serían iguales que este plan',
  modulesCount: {
    one: 'un módulo',
    other: '{count} módulos',
  },
  reasonNoModules: 'No hay módulos que planificar',
  reasonRule: 'Una regla del plan está fuera de su intervalo',
  reasonModule: '{items}: un límite o un peso está fuera de su intervalo',
  reasonNoSizes: 'Los módulos deben tener un tamaño fijo y estos no lo tienen: {items}',
  reasonLimits: 'Entre el mínimo y el máximo de horas no hay ningún múltiplo del paso: {items}',
  reasonPrerequisite: '{items}: falta un módulo que debe ir antes',
  reasonCycle: 'Cada uno de estos tendría que ir antes que el otro: {items}',
  reasonNoWeights: 'Ningún módulo tiene prioridad alguna',
  reasonBelowOne: 'El menor de los módulos necesita {needed} y el límite es de {available}',
  reasonMustHaves: 'Lo que debe incluirse necesita {needed} y el límite es de {available}: {items}',
  reasonStep: 'Sin repartir: {unplaced}, porque el límite no es múltiplo del paso',
  reasonMaximum: 'Sin repartir: {unplaced}, porque todos los módulos tienen su máximo',
  reasonNext: 'Sin repartir: {unplaced}, porque otro módulo necesitaría {needed}',
  reasonSizes: 'Sin repartir: {unplaced}, porque ninguna elección de módulos aprovecha más',

  stepSheets: {
    one: 'Completar lo que falta en la ficha de un módulo, como resultados de aprendizaje, nivel y evaluación',
    other:
      'Completar lo que falta en las fichas de {count} módulos, como resultados de aprendizaje, nivel y evaluación',
  },
  stepCollect:
    'Reunir más respuestas antes de decidir nada: por ahora son demasiado pocas para mostrarlas',
  stepPilot: 'Probar primero {items}, que es lo que más pesa',
  stepPilotOne: 'Probar primero uno de estos, que son los que más pesan: {items}',
  stepDecide: 'Resolver las cuestiones abiertas que siguen con las personas a las que afectan',
  stepCompare: 'Tras la prueba piloto, repetir las mismas preguntas y comparar las dos rondas',
  owners: 'Aún no se ha nombrado a nadie responsable de estos pasos: anoten los nombres al lado',
  openQuestions: 'Las respuestas no deciden: {topics}',
  openNone: 'Las respuestas no dejaron sin decidir ninguna cuestión de esta estrategia',
  tooFewTopics: 'No ha respondido suficiente gente: {topics}',
  riskSample: 'Con {n} participantes, algunas respuestas más podrían cambiar el orden',
  riskAgreement:
    'Hay poco acuerdo sobre los contenidos (W de Kendall = {w}), así que un único plan para todos decepcionará a algunos',
  riskCauses: 'Donde el problema no es de formación (lo dice el {share}), un curso no lo resolverá',
  riskOnline: {
    one: 'Un módulo tiene menos horas en línea de las deseadas, por la regla de las horas prácticas',
    other:
      '{count} módulos tienen menos horas en línea de las deseadas, por la regla de las horas prácticas',
  },
  riskOpen: 'El estudio sigue abierto: lo que se decida ahora quizá haya que decidirlo de nuevo',
  riskNone: 'De las cifras no se deriva ningún riesgo particular; quedan los de cualquier plan',

  questionnaireCaption: 'Cuestionario',
  dictionaryCaption: 'Diccionario de datos de las respuestas exportadas',
  methodsCaption: 'Cómo se calculan las cifras',
  curriculumCaption: 'Módulos en el orden de impartición',
  variantsCaption: 'Variantes',
  weightsCaption: 'De la clasificación y la brecha a la prioridad',
  outcomesCaption: 'Resultados de aprendizaje',
  columnNumber: 'N.º',
  columnQuestion: 'Pregunta',
  columnKind: 'Tipo',
  columnOptions: 'Opciones',
  columnMean: 'Media',
  columnInterval: 'Intervalo del 95 %',
  columnModule: 'Módulo',
  columnTotal: 'Horas de trabajo',
  columnContact: 'Con docente',
  columnCredits: 'ECTS',
  columnOnline: 'En línea',
  columnHandsOn: 'Prácticas',
  columnOther: 'Presenciales',
  columnMethods: 'Métodos',
  columnBefore: 'Después de',
  columnRole: 'Carácter',
  columnWorth: 'De la clasificación',
  columnGap: 'De la brecha',
  columnWeight: 'Prioridad',
  columnOutcomes: 'Resultados',
  columnVariable: 'Columna',
  columnType: 'Tipo',
  columnLabel: 'Significado',
  columnFigure: 'Cifra',
  columnHow: 'Cómo',
  roleCore: 'obligatorio',
  roleElective: 'optativo',
  roleOpen: 'por determinar',
  variantShort: 'Corta',
  variantStandard: 'Estándar',
  variantLong: 'Larga',
  kindRanking: 'clasificación',
  kindSingle: 'una opción',
  kindMultiple: 'varias opciones',
  kindScale: 'escala ordenada',
  kindRating: 'valoraciones',
  kindNumber: 'número',
  kindText: 'texto',
  methodShare: 'Proporción',
  howShare:
    'Respuestas de una clase entre todas las que cuentan, con el intervalo de Wilson del 95 %',
  methodMeanRank: 'Rango medio',
  howMeanRank:
    'Puesto medio; los elementos que comparten puesto tienen la media de los puestos, con el intervalo de Student del 95 %',
  methodLeaders: 'Grupo de cabeza',
  howLeaders:
    'Todos los elementos a los que ningún otro supera en una prueba t pareada de rangos, corregida por Holm para todos los pares, al 5 %',
  methodW: 'W de Kendall',
  howW: 'Dispersión de las sumas de rangos respecto de la máxima posible, corregida por empates; de 0 a 1',
  methodMedian: 'Mediana y mitad central',
  howMedian:
    'Respuesta central y cuartiles de las respuestas ordenadas; los códigos nunca se promedian',
  methodGap: 'Brecha',
  howGap:
    'Importancia menos nivel de quienes dieron ambos; RDS es la parte con más menos la parte con menos, MWDS la brecha media por la importancia media; prueba de rangos con signo de Wilcoxon, corregida por Holm',
  methodQuadrant: 'Cuadrante',
  howQuadrant: 'Importancia media y nivel medio frente a las medias de todos los contenidos',
  methodPriority: 'Prioridad',
  howPriority: 'Parte del valor (Plackett–Luce) y parte del MWDS, unidas en la proporción del plan',
  methodHours: 'Horas',
  howHours:
    'Parte de cada prioridad en el límite, dentro del mínimo y el máximo de un módulo, redondeada por el resto mayor',
  methodStability: 'Obligatorio y optativo',
  howStability:
    'El plan rehecho con muestras extraídas con reemplazo de las personas que respondieron',
  source: 'Fuente del cuestionario: {source}',
} as const satisfies Catalogue<typeof en>;
