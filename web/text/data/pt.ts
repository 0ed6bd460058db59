import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  parts: 'Partes dos dados',
  texts: 'Textos e temas',
  writeIns: 'Respostas próprias',
  quality: 'Qualidade',
  question: 'Pergunta',
  show: 'Mostrar',
  noQuestions: 'Este estudo não tem nenhuma pergunta desse tipo.',
  tooFew: 'As respostas são mostradas quando há pelo menos {least}.',
  readOnly: 'Pode ler. Decidem os responsáveis pelo desenho do estudo e os proprietários.',
  log: 'O que foi decidido',
  logEmpty: 'Nada ainda. Cada decisão aparece aqui e pode ser anulada.',
  somebody: 'Alguém',
  undo: 'Anular',
  undoWhat: 'Anular: {what}',
  undoneBy: 'anulado por {name} em {date}',
  byOn: '{name}, {date}',

  textsLead:
    'Leia o que foi escrito e dê a cada texto um ou mais temas. Depois, os temas são contados como as opções de uma pergunta.',
  peopleAnswered: {
    one: 'Uma pessoa respondeu',
    many: '{count} de pessoas responderam',
    other: '{count} pessoas responderam',
  },
  search: 'Procurar nos textos',
  only: 'Mostrar',
  allTexts: 'Todos os textos',
  uncodedTexts: 'Textos sem tema',
  times: { one: 'uma vez', other: '{count} vezes' },
  near: 'Estes {n} textos têm em comum a maior parte das palavras',
  chooseNear: 'Escolher todos estes',
  noneFound: 'Nenhum texto corresponde.',
  theme: 'Tema',
  newTheme: 'ou um tema novo',
  giveTheme: 'Dar o tema',
  takeTheme: 'Retirar o tema',
  keys: 'Teclado: as setas movem, a barra de espaços escolhe e de 1 a 9 dá-se um tema.',
  themesTitle: 'Quantas pessoas referiram cada tema',
  themesMethod:
    'Pessoas cuja resposta tem o tema, de todas as que responderam. O intervalo é o de Wilson a 95 %. Uma pessoa pode referir vários temas.',
  notCoded: 'Sem tema',
  people: 'Pessoas',
  share: 'Proporção',
  interval: 'Intervalo de 95 %',
  compareBy: 'Comparar por',
  noGroups: 'Sem grupos',
  held: 'não mostrado: demasiado poucas',
  gave: {
    one: '«{theme}» dado a um texto',
    other: '«{theme}» dado a {count} textos',
  },
  took: {
    one: '«{theme}» retirado de um texto',
    other: '«{theme}» retirado de {count} textos',
  },

  writeInsLead:
    'O que várias pessoas escrevem por palavras suas pode contar como uma das opções ou como um elemento novo. As grafias parecidas estão juntas; o que significa o mesmo por outras palavras cabe-lhe a si decidir.',
  writeInsNone: 'Não há aqui respostas próprias por juntar.',
  spellings: 'Grafias',
  countAs: 'Conta como',
  newItem: 'Um elemento novo:',
  newItemName: 'Nome do elemento novo',
  optionsGiven: 'Opções da pergunta',
  optionsAdded: 'Elementos feitos de respostas próprias',
  merge: 'Juntar',
  mergeWhat: 'Juntar {text}',
  newItemMeaning:
    'Um elemento novo não foi mostrado a ninguém. Para quem não o escreveu conta como não ordenado, abaixo do que ordenou. Por isso fica mais abaixo do que se todos o tivessem visto: leia o seu lugar como o apoio mínimo que tem.',
  newItemIgnored:
    'Um elemento novo não foi mostrado a ninguém. Só o comparam os que o escreveram: leia o seu lugar com cautela.',
  optionMeaning:
    'Quem ordenou a opção e também a escreveu mantém o melhor dos dois lugares. As respostas posteriores contam da mesma forma.',
  stepMeaning:
    'Enquanto o estudo está aberto, os resultados mudam quando tiverem mudado pelo menos {least} respostas.',
  merged: 'Junto a «{name}»: {texts}',
  mergedNew: 'Junto ao elemento novo «{name}»: {texts}',
  mergedAway: 'textos retirados',
  waiting: 'Estão a chegar muitas respostas: a junção será contada dentro de momentos.',

  qualityLead:
    'Sinais de que uma resposta talvez não tenha sido ponderada. Uma resposta rápida ou regular pode ser sincera: nunca se apaga nada nem se identifica ninguém.',
  onPaper: {
    one: 'Uma resposta foi escrita em papel e introduzida por quem facilita.',
    other: '{count} respostas foram escritas em papel e introduzidas por quem facilita.',
  },
  qualityNone: 'Ainda não há respostas.',
  qualityMany: 'Há mais de {n} respostas: não se procuram sinais.',
  flaggedTitle: {
    one: 'Uma de {n} respostas está assinalada',
    other: '{count} de {n} respostas estão assinaladas',
  },
  flaggedFew: 'Menos de {least} de {n} respostas estão assinaladas',
  flaggedNone: 'Nenhuma de {n} respostas está assinalada',
  flaggedLead:
    'São assinaladas as possíveis cópias, os testes e as respostas com dois ou mais sinais de outro tipo. Os resultados podem ser mostrados sem elas.',
  resultsWith: 'Resultados com todas as respostas',
  resultsWithout: 'Resultados sem as assinaladas',
  foundFew: 'Menos de {least}',
  foundNone: 'Nenhuma',
  ofAll: '{share} de {n}',
  fast: 'Muito rápida',
  fastMeans:
    'Respondida em menos de um terço do tempo mediano. {n} telemóveis indicaram quanto tempo demorou.',
  straight: 'Sempre a mesma resposta',
  straightMeans:
    'A mesma avaliação em todas as linhas das perguntas de avaliação (pelo menos dez), ou tudo ordenado como igual.',
  order: 'Ordem tal como mostrada',
  orderMeans:
    'Ordenações que mantêm ou invertem a ordem aleatória em que os elementos foram mostrados, quando o acaso o faria em menos de 2 em cada 1000 pessoas.',
  copy: 'Possível cópia',
  copyMeans:
    'As mesmas respostas que um envio anterior no prazo de três dias, exceto numa pergunta no máximo: pelo menos oito respostas iguais, entre elas uma ordenação. A anterior não é assinalada.',
  test: 'Teste',
  testMeans: 'Um texto como «teste», ou uma letra repetida.',
  effectSame: 'Sem elas, a ordem de «{question}» mantém-se.',
  effectMoves: 'Sem elas, «{question}» muda:',
  effectFew: 'Não se mostra como ficaria a ordem sem elas: são demasiado poucas.',
  move: '{item}: {place} → {without}',
  biasTitle: 'A ordem mostrada tem influência?',
  biasLead:
    'Cada pessoa viu os elementos numa ordem aleatória própria. Se os que aparecem antes são ordenados mais acima com mais frequência do que o acaso permite, a própria lista tem influência; a ordem aleatória compensa-a entre os elementos.',
  biasNone: 'Nenhum sinal ({n} pessoas, p {p})',
  biasSome: 'O que é mostrado antes é ordenado mais acima: correlação {r} ({n} pessoas, p {p})',
  biasReverse: 'O que é mostrado depois é ordenado mais acima: correlação {r} ({n} pessoas, p {p})',
  biasFew: 'Demasiado poucas respostas para saber',

  filterAll: 'Todas as respostas',
  filterClean: 'Sem as assinaladas',
  leftOut: {
    one: 'Fica de fora uma resposta assinalada do estudo.',
    other: 'Ficam de fora {count} respostas assinaladas do estudo.',
  },
  leftOutFew: 'Ficam de fora as respostas assinaladas do estudo, menos de {least}.',
  leftOutNone: 'Nenhuma resposta do estudo está assinalada, por isso nenhuma fica de fora.',
  leftOutLater:
    'As respostas assinaladas contam por agora: podem ficar de fora quando o estudo estiver fechado.',
  leftOutMany: 'As respostas assinaladas contam: só são procuradas entre até {most} respostas.',
  addedNote:
    'Feitos de respostas próprias e não mostrados a ninguém: {items}. Se todos os tivessem visto, ficariam mais acima ou no mesmo lugar.',
} as const satisfies Catalogue<typeof en>;
