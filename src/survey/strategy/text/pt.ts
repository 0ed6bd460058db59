import type { Catalogue } from '../../catalogue.ts';
import type en from './en.ts';

export default {
  quoted: '«{text}»',
  range: 'de {from} a {to}',
  below: '< {value}',
  partOf: '{name} ({share})',
  stated: '{sentence}.',
  firm: '{sentence} (n = {n}; seguro a 95%).',
  tentative: '{sentence} (n = {n}; provisório, com menos de 15 respostas).',
  open: '{sentence} (n = {n}; em aberto, as respostas não o decidem).',
  round: 'Ronda {n}',

  documentTitle: 'Estratégia de formação: {study}',
  section1: 'Resumo',
  section2: 'Contexto e finalidade',
  section3: 'Quem participou',
  section4: 'Método',
  section5: 'É precisa formação, e para quem?',
  section6: 'Conteúdos',
  section7: 'Métodos de ensino',
  section8: 'Duração e ritmo',
  section9: 'Enquadramento do programa',
  section10: 'Ensino em linha e mistura de grupos',
  section11: 'Desafios, casos e soluções',
  section12: 'Diferenças',
  section13: 'Plano de estudos proposto',
  section14: 'Roteiro',
  annex: 'Anexos',

  contents: 'Conteúdos',
  targets: 'Destinatários',
  methods: 'Métodos',
  frameworks: 'Enquadramentos',
  challenges: 'Desafios',
  disciplines: 'Disciplinas',

  columnGroup: 'Grupo',
  columnPlace: 'Lugar',
  columnItem: 'Elemento',
  columnMeanRank: 'Posição média',
  columnRange: 'Lugares possíveis (95%)',
  columnFirst: 'Primeira escolha',
  columnTier: 'Grupo',
  columnBelow: 'Nível abaixo da importância',
  columnRds: 'Discrepância (RDS)',
  columnMwds: 'Lacuna ponderada (MWDS)',
  importance: 'Importância',
  level: 'Nível próprio atual',
  chartRanking:
    'Posições médias com intervalos de 95%, a melhor primeiro; {items} encabeça a ordem de {n} pessoas',
  chartBars: 'Percentagens das {n} respostas com intervalos de 95%; a mais frequente: {items}',
  quadrantCaption: 'Importância e nível',
  quadrantSummary:
    'Importância média de cada conteúdo face ao nível próprio atual; o que é importante e pouco dominado forma-se primeiro',
  pointText: 'importância {importance}, nível {level}',
  gapCaption: 'Lacunas entre importância e nível, da maior para a menor necessidade',
  columnMedian: 'Mediana',
  columnHalf: 'Metade central',
  durationCaption: 'Duração por grupo',
  columnAnswers: 'Respostas',
  columnShare: 'Percentagem',
  rowSmallGroups: 'Grupos demasiado pequenos para serem nomeados',

  summaryNothing: 'Ainda nada se pode concluir: não há respostas que possam ser mostradas',
  summaryFew: {
    one: 'Por agora só se pode enunciar uma conclusão',
    other: 'Por agora só se podem enunciar {count} conclusões',
  },

  synthetic:
    'Todas as respostas são inventadas: este documento mostra como é uma estratégia e não serve de base para decisões',
  purpose:
    'Esta estratégia resulta do estudo {title} e diz que formação é precisa, para quem e de que forma',
  asked: 'O estudo coloca {questions} perguntas e pode ser respondido em {languages}',
  stillDraft: 'O estudo ainda não foi aberto',
  stillOpen: 'O estudo continua aberto, pelo que os números de {day} vão mudar',
  closed: 'O estudo está fechado; os números são os de {day}',
  filtered: 'Aqui só conta uma parte das respostas: {filter}',
  filterPart: '{title}: {items}',
  filterClean: 'sem as que vários sinais põem em dúvida',

  participants: { one: 'Participou uma pessoa', other: 'Participaram {count} pessoas' },
  participantsRounds:
    'Houve {count} respostas individuais em {rounds} rondas; quem respondeu em várias rondas conta em cada uma, o que torna os intervalos demasiado estreitos',
  participantsRound: 'Aqui só conta a ronda {round}: nela participaram {count} pessoas',
  participantsRoundOf:
    'Aqui só conta a ronda {round}: nela participaram {count} pessoas, além de {others}',
  roundHas: '{n} na ronda {round}',
  participantsHeld: 'Participaram pessoas a menos para que algo possa ser mostrado',
  tables: {
    one: 'Uma mesa respondeu em conjunto e é contada à parte',
    other: '{count} mesas responderam em conjunto e são contadas à parte',
  },
  tablesRounds:
    'Houve {count} respostas de mesas em {rounds} rondas, contadas à parte; uma mesa que respondeu em várias conta em cada uma',
  profile: '{title}: {n} respostas, as mais frequentes {shares}',
  profileHeld: '{title}: respostas a menos para serem mostradas',
  completion:
    'Cada uma das perguntas com respostas dadas que foram feitas a todos e a que responderam pessoas suficientes foi respondida por {low} a {high} dos participantes; a que tem menos respostas é {title}',
  completionEqual:
    'Cada uma das perguntas com respostas dadas que foram feitas a todos e a que responderam pessoas suficientes foi respondida por {share} dos participantes',
  sampleChosen:
    'Quem participou foi convidado ou veio por si; os intervalos descrevem o acaso entre essas pessoas e nada dizem de quem não foi inquirido',
  sampleSmall: 'Com menos de {limit} pessoas, qualquer afirmação é, quando muito, provisória',
  sampleLeans:
    '{title}: {share} das respostas são {items}, pelo que as conclusões pendem para esse grupo',

  version: 'O questionário é {id}, versão {version}',
  events: {
    one: 'As respostas foram dadas num evento: {names}',
    other: 'As respostas foram dadas em {count} eventos: {names}',
  },
  noEvents: 'As respostas foram dadas fora de qualquer evento',
  rounds: {
    one: 'Respondeu-se numa ronda',
    other: 'Respondeu-se em {count} rondas',
  },
  aggregation:
    'As ordens são as que menos contradizem as ordenações individuais (Kemeny); dois elementos só são tidos por diferentes se os testes t emparelhados, corrigidos por Holm para todas as comparações, os distinguirem a 95%',
  unrankedBottom: 'O que alguém deixou por ordenar conta como empatado abaixo do que ordenou',
  unrankedIgnore: 'O que alguém deixou por ordenar nada diz sobre o seu lugar',
  tablesApart: 'As respostas das mesas nunca são somadas às individuais',
  exclusions: '{title}: contam {n} de {all} respostas; sem contar: {reasons}',
  noExclusions: '{title}: contam todas as {all} respostas',
  leftNoAnswer: '{n} sem resposta',
  leftNoOpinion: '{n} sem opinião',
  leftDontKnow: '{n} que não sabem',
  leftExcluded: '{n} fora da base («não sei» e semelhantes)',
  leftWriteInsOnly: '{n} que só ordenaram elementos próprios',
  flagged: {
    one: 'Vários sinais põem em dúvida uma resposta; conta na mesma',
    other: 'Vários sinais põem em dúvida {count} respostas; contam na mesma',
  },
  flaggedOut: {
    one: 'Vários sinais põem em dúvida uma resposta; não é contada',
    other: 'Vários sinais põem em dúvida {count} respostas; não são contadas',
  },
  flaggedNone: 'Nenhuma resposta mostra vários sinais de descuido',
  suppression:
    'Não se mostram grupos com menos de {min} pessoas, nem os que se poderiam deduzir por subtração',

  unanswered: '{title}: responderam pessoas a menos para se dizer algo',
  notAsked: '{list}: o estudo não pergunta por isto',
  notAskedHere: 'O estudo não pergunta por isto',
  verdictNeeded:
    'É precisa formação: dizem-no {share} de quem tem opinião, com um intervalo de 95% que vai de {low} a {high}',
  verdictEnough:
    'Não se pede formação nova: {share} consideram-na necessária, com um intervalo de 95% que vai de {low} a {high}, e à maioria dos outros basta a que existe',
  verdictOther:
    'A formação não é a resposta: {share} consideram-na necessária, com um intervalo de 95% que vai de {low} a {high}, e a maioria dos outros aponta outras causas',
  verdictMixed:
    'Não se pede formação nova: {share} consideram-na necessária, com um intervalo de 95% que vai de {low} a {high}, por razões diversas',
  verdictUndecided:
    'Não está decidido se é precisa formação: dizem-no {share}, com um intervalo de 95% que vai de {low} a {high}',
  otherCauses:
    '{share} dizem que o problema não é de formação; há que examinar outras causas antes de planear um curso',
  leadersOne:
    '{list}: {items} está claramente em primeiro lugar, com uma posição média de {ranks} entre {all}',
  leadersSome:
    '{list}: à frente estão {items}, com posições médias {ranks} entre {all}; não se pode dizer qual é o primeiro',
  leadersOnePlain: '{list}: {items} está claramente em primeiro lugar entre {all}',
  leadersSomePlain:
    '{list}: à frente estão {items} entre {all}; não se pode dizer qual é o primeiro',
  leadersAll:
    '{list}: qualquer dos {all} elementos pode ser o primeiro; não se distingue nenhuma ordem',
  leadersMost:
    '{list}: {some} dos {all} elementos podem ser o primeiro e não se pode dizer qual; só se exclui isto: {items}',
  divided:
    '{list}: as opiniões dividem-se quanto a {items}; pelo menos um terço coloca-o perto do início e pelo menos um terço perto do fim',
  agreement: '{list}: o acordo é {level} (W de Kendall = {w})',
  wNone: 'quase nulo',
  wVeryWeak: 'muito fraco',
  wWeak: 'fraco',
  wModerate: 'moderado',
  wStrong: 'forte',
  wVeryStrong: 'muito forte',
  gapLacking:
    '{items}: importância {importance} face a um nível atual de {level}; {share} avaliam o seu nível abaixo da importância',
  gapExceeding:
    '{items}: nível atual {level} face a uma importância de {importance}; só {share} avaliam o seu nível abaixo dela',
  gapNone:
    '{items}: não se mostra lacuna, com importância {importance} e nível {level}; {share} avaliam o seu nível abaixo da importância',
  trainFirst:
    'Mais importante e menos dominado do que a média dos conteúdos, portanto a formar primeiro: {items}',
  trainFirstSome:
    'Mais importante e menos dominado do que a média dos conteúdos, portanto a formar primeiro: {items}; talvez também o seguinte, demasiado perto da média para haver certeza: {others}',
  trainNone:
    'Nenhum conteúdo é ao mesmo tempo mais importante e menos dominado do que a média dos conteúdos',
  duration:
    'Duração da formação segundo a mediana: {median}; metade das respostas está entre {low} e {high}',
  spread:
    'Período por que deve ser distribuída: {median}; metade das respostas está entre {low} e {high}',
  loadFits: '{hours} em {weeks} são {load} por semana, o que é viável',
  loadTooMuch:
    '{hours} em {weeks} são {load} por semana, o que não é viável: são precisas pelo menos {needed}',
  formatOnline:
    'A formação pode ser sobretudo em linha com uma sessão prática: {share} aceitam-no, com um intervalo de 95% que vai de {low} a {high}',
  formatHalf:
    'O meio das respostas é metade em linha e metade presencial: {share} aceitam que seja sobretudo em linha, com um intervalo de 95% que vai de {low} a {high}',
  formatFace:
    'A formação deve ser sobretudo presencial: só {share} aceitam que seja sobretudo em linha, com um intervalo de 95% que vai de {low} a {high}',
  formatOpen:
    'Não está decidido se a formação pode ser sobretudo em linha: {share} aceitam-no, com um intervalo de 95% que vai de {low} a {high}',
  handsOn:
    'Como a aceitação do ensino em linha é limitada, pelo menos {share} das horas letivas são práticas',
  onlineShare:
    'Percentagem de horas em linha segundo a mediana: {median}; metade das respostas está entre {low} e {high}',
  mixingYes:
    '{items}: a mistura é vista como uma vantagem; {agree} concordam e {disagree} discordam',
  mixingNo:
    '{items}: nenhuma maioria vê vantagem na mistura; {agree} concordam e {disagree} discordam',

  guiding:
    '{question}: entre os seus conteúdos, o mais bem colocado é {content}, com uma posição média de {contentRank}; entre os seus desafios, {challenge}, com {challengeRank}',
  guidingContent:
    '{question}: entre os seus conteúdos, o mais bem colocado é {content}, com uma posição média de {contentRank}',
  guidingChallenge:
    '{question}: entre os seus desafios, o mais bem colocado é {challenge}, com uma posição média de {challengeRank}',
  quotesFrom: {
    one: '{title}: uma resposta, citada sem nome',
    other: '{title}: {shown} de {count} respostas, citadas sem nomes',
  },
  quotesHeld: '{title}: respostas a menos para serem citadas',
  tablesOnGuide: {
    one: '{question}: uma mesa escreveu sobre isto',
    other: '{question}: {count} mesas escreveram sobre isto e citam-se {shown}',
  },
  tablesCases: {
    one: 'Uma mesa anotou um caso da sua prática',
    other: '{count} mesas anotaram casos da sua prática e citam-se {shown}',
  },
  tablesConclude: {
    one: 'Uma mesa levou conclusões ao plenário',
    other: '{count} mesas levaram conclusões ao plenário e citam-se {shown}',
  },
  cardProblem: 'Problema',
  cardSolution: 'Solução',
  cardConclusion: 'Conclusão',

  dividesRanking:
    '{title}, segundo {segment}: o que mais divide é {items}, com uma posição média de {highest} em {high} e de {lowest} em {low}',
  dividesChoice:
    '{title}, segundo {segment}: o que mais divide é {items}, escolhido por {highest} em {high} e por {lowest} em {low}',
  dividesRating:
    '{title}, segundo {segment}: o que mais divide é {items}, com uma avaliação média de {highest} em {high} e de {lowest} em {low}',
  dividesOrder:
    '{title}, segundo {segment}: as respostas mais altas são as de {high} e as mais baixas as de {low}',
  dividesNone: 'Nenhuma diferença entre grupos é segura depois de corrigidas todas as comparações',
  dividesFew: 'Responderam pessoas a menos para comparar grupos',
  dividesFiltered: 'Dentro de uma parte das respostas não se comparam grupos entre si',
  tablesLead: '{list}, segundo {n} respostas de mesas: o grupo da frente entre {all} é {items}',
  tablesLeadNone: '{list}, segundo {n} respostas de mesas: não se distingue nenhuma ordem',
  groupLeads: '{group}: o grupo da frente entre {all} é {items}, com posições médias {ranks}',
  groupLeadsNone:
    '{group}: qualquer dos {all} elementos pode ser o primeiro; não se distingue nenhuma ordem',
  segmentLanguage: 'Língua',
  segmentEvent: 'Evento',

  plan: {
    one: 'O plano de estudos tem um módulo: {total} de trabalho ({credits} ECTS), das quais {contact} com docente',
    other:
      'O plano de estudos tem {count} módulos: {total} de trabalho ({credits} ECTS), das quais {contact} com docente',
  },
  planOf:
    'Um crédito corresponde a {hours} de trabalho; os módulos reúnem {coverage} de toda a prioridade',
  planEveryone: 'O plano assenta nas respostas de todas as pessoas, não só nas que aqui contam',
  planPart: 'O plano assenta numa parte das respostas: {filter}',
  planFor: 'Destina-se a {items}',
  planWeights:
    'As prioridades vêm em {ranking} da ordenação e em {gap} da lacuna entre importância e nível',
  hoursFromAnswers: 'O limite de {hours} é a mediana das respostas',
  hoursFromLower:
    'O limite de {hours} é a menor das duas respostas centrais, porque a mediana está entre {hours} e {upper}',
  hoursTyped: 'O limite de {hours} foi fixado à mão',
  planOrder: 'Pela ordem de lecionação: {items}',
  planNone:
    'Não se pode planear um plano de estudos: não se sabe quantas horas deve durar a formação',
  planNoHours:
    'Não se pode planear um plano de estudos: as horas devem ser fixadas à mão e ainda não o foram',
  planImpossible: 'Com as regras do plano não é possível nenhum plano de estudos',
  planNoWeights: 'Não se pode planear um plano de estudos: não se sabe o que é mais preciso',
  core: 'Obrigatório, em pelo menos {limit} dos planos de {samples} outras amostras das mesmas pessoas: {items}',
  coreTables:
    'Obrigatório, em pelo menos {limit} dos planos de {samples} outras amostras das mesmas mesas: {items}',
  elective: 'Optativo, em menos planos: {items}',
  drawnTables:
    'As amostras são de mesas inteiras, {tables} ao todo, porque quem conversou numa mesa não responde de forma independente',
  drawnFewTables:
    'As amostras são de mesas inteiras, porque quem conversou numa mesa não responde de forma independente; com {tables}, menos de {least}, a própria frequência com que um módulo aparece é incerta',
  stabilityWaiting: 'Ainda não se calculou quanto os módulos dependem de quem respondeu',
  planTie: 'Entre {items}, que pesam o mesmo, decidiu a ordem da lista',
  moreJoins: 'Mais um dia ({day}) acrescentaria {added} de trabalho e incluiria {items}',
  moreGrows: 'Mais um dia ({day}) acrescentaria {added} de trabalho aos módulos incluídos',
  moreNothing: 'Mais um dia ({day}) nada acrescentaria que os módulos possam usar',
  variants: 'Uma variante curta tem {short} em {shortModules}; uma longa, {long} em {longModules}',
  variantsLong:
    'Uma variante curta seria igual a este plano; uma longa tem {long} em {longModules}',
  variantsShort:
    'Uma variante longa seria igual a este plano; uma curta tem {short} em {shortModules}',
  variantsNone: 'Uma variante curta e uma longa seriam iguais a este plano',
  modulesCount: {
    one: 'um módulo',
    other: '{count} módulos',
  },
  reasonNoModules: 'Não há módulos para planear',
  reasonRule: 'Uma regra do plano está fora do seu intervalo',
  reasonModule: '{items}: um limite ou peso está fora do seu intervalo',
  reasonNoSizes: 'Os módulos devem ter um tamanho fixo e estes não o têm: {items}',
  reasonLimits: 'Entre o mínimo e o máximo de horas não há nenhum múltiplo do passo: {items}',
  reasonPrerequisite: '{items}: falta um módulo que tem de vir antes',
  reasonCycle: 'Cada um destes teria de vir antes do outro: {items}',
  reasonNoWeights: 'Nenhum módulo tem qualquer prioridade',
  reasonBelowOne: 'O menor dos módulos precisa de {needed} e o limite é de {available}',
  reasonMustHaves:
    'O que tem de ser incluído precisa de {needed} e o limite é de {available}: {items}',
  reasonStep: 'Por distribuir: {unplaced}, porque o limite não é múltiplo do passo',
  reasonMaximum: 'Por distribuir: {unplaced}, porque todos os módulos têm o seu máximo',
  reasonNext: 'Por distribuir: {unplaced}, porque mais um módulo precisaria de {needed}',
  reasonSizes: 'Por distribuir: {unplaced}, porque nenhuma escolha de módulos aproveita mais',

  stepSheets: {
    one: 'Escrever o que ainda falta na ficha de um módulo, como resultados de aprendizagem, nível e avaliação',
    other:
      'Escrever o que ainda falta nas fichas de {count} módulos, como resultados de aprendizagem, nível e avaliação',
  },
  stepCollect:
    'Recolher mais respostas antes de decidir seja o que for: por agora são poucas para serem mostradas',
  stepPilot: 'Experimentar primeiro {items}, que é o que mais pesa',
  stepPilotOne: 'Experimentar primeiro um destes, que são os que mais pesam: {items}',
  stepDecide: 'Resolver as questões em aberto que se seguem com as pessoas a quem dizem respeito',
  stepCompare: 'Depois do projeto-piloto, repetir as mesmas perguntas e comparar as duas rondas',
  owners: 'Ainda ninguém foi nomeado responsável por estes passos: escrevam os nomes ao lado',
  openQuestions: 'As respostas não decidem: {topics}',
  openNone: 'As respostas não deixaram por decidir nenhuma questão desta estratégia',
  tooFewTopics: 'Não responderam pessoas suficientes: {topics}',
  riskSample: 'Com {n} participantes, mais algumas respostas podiam mudar a ordem',
  riskAgreement:
    'Há pouco acordo sobre os conteúdos (W de Kendall = {w}), pelo que um só plano para todos vai desiludir alguns',
  riskCauses: 'Onde o problema não é de formação (dizem-no {share}), um curso não o resolve',
  riskOnline: {
    one: 'Um módulo tem menos horas em linha do que as desejadas, por causa da regra das horas práticas',
    other:
      '{count} módulos têm menos horas em linha do que as desejadas, por causa da regra das horas práticas',
  },
  riskOpen: 'O estudo continua aberto: o que agora se decidir talvez tenha de ser decidido de novo',
  riskNone: 'Dos números não decorre nenhum risco particular; ficam os de qualquer plano',

  questionnaireCaption: 'Questionário',
  dictionaryCaption: 'Dicionário de dados das respostas exportadas',
  methodsCaption: 'Como se calculam os números',
  curriculumCaption: 'Módulos pela ordem de lecionação',
  variantsCaption: 'Variantes',
  weightsCaption: 'Da ordenação e da lacuna à prioridade',
  outcomesCaption: 'Resultados de aprendizagem',
  columnNumber: 'N.º',
  columnQuestion: 'Pergunta',
  columnKind: 'Tipo',
  columnOptions: 'Opções',
  columnMean: 'Média',
  columnInterval: 'Intervalo de 95%',
  columnModule: 'Módulo',
  columnTotal: 'Horas de trabalho',
  columnContact: 'Com docente',
  columnCredits: 'ECTS',
  columnOnline: 'Em linha',
  columnHandsOn: 'Práticas',
  columnOther: 'Presenciais',
  columnMethods: 'Métodos',
  columnBefore: 'Depois de',
  columnRole: 'Caráter',
  columnWorth: 'Da ordenação',
  columnGap: 'Da lacuna',
  columnWeight: 'Prioridade',
  columnOutcomes: 'Resultados',
  columnVariable: 'Coluna',
  columnType: 'Tipo',
  columnLabel: 'Significado',
  columnFigure: 'Número',
  columnHow: 'Como',
  roleCore: 'obrigatório',
  roleElective: 'optativo',
  roleOpen: 'por determinar',
  variantShort: 'Curta',
  variantStandard: 'Padrão',
  variantLong: 'Longa',
  kindRanking: 'ordenação',
  kindSingle: 'uma opção',
  kindMultiple: 'várias opções',
  kindScale: 'escala ordenada',
  kindRating: 'avaliações',
  kindNumber: 'número',
  kindText: 'texto',
  methodShare: 'Percentagem',
  howShare: 'Respostas de um tipo entre todas as que contam, com o intervalo de Wilson de 95%',
  methodMeanRank: 'Posição média',
  howMeanRank:
    'Lugar médio; elementos que partilham um lugar têm a média dos lugares, com o intervalo de Student de 95%',
  methodLeaders: 'Grupo da frente',
  howLeaders:
    'Todos os elementos que nenhum outro supera num teste t emparelhado de posições, corrigido por Holm para todos os pares, a 5%',
  methodW: 'W de Kendall',
  howW: 'Dispersão das somas de posições face à maior possível, corrigida para empates; de 0 a 1',
  methodMedian: 'Mediana e metade central',
  howMedian: 'Resposta central e quartis das respostas ordenadas; nunca se faz a média de códigos',
  methodGap: 'Lacuna',
  howGap:
    'Importância menos nível de quem deu ambos; RDS é a parte com mais menos a parte com menos, MWDS a lacuna média vezes a importância média; teste de postos sinalizados de Wilcoxon, corrigido por Holm',
  methodQuadrant: 'Quadrante',
  howQuadrant: 'Importância média e nível médio face às médias de todos os conteúdos',
  methodPriority: 'Prioridade',
  howPriority: 'Parte do valor (Plackett–Luce) e parte do MWDS, juntas na proporção do plano',
  methodHours: 'Horas',
  howHours:
    'Parte de cada prioridade no limite, entre o mínimo e o máximo de um módulo, arredondada pelo maior resto',
  methodStability: 'Obrigatório e optativo',
  howStability: 'O plano refeito com amostras tiradas com reposição das pessoas que responderam',
  source: 'Fonte do questionário: {source}',
} as const satisfies Catalogue<typeof en>;
