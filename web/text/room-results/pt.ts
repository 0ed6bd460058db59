import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  link: 'A sala: mesas, rondas, eventos',
  title: 'A sala em números',
  lead: 'As respostas das pessoas e as das mesas nunca são somadas: aqui estão lado a lado.',
  event: 'Evento',
  allEvents: 'Todos os eventos',
  own: 'Um grupo face a todos os outros',
  nothing: 'Ainda não há respostas de uma sala',
  nothingLead:
    'Quando as pessoas responderem em mesas ou num evento, verá aqui o que a conversa mudou e se as mesas representam os seus membros.',
  stepped:
    'Enquanto as pessoas respondem, os membros de uma mesa contam em passos inteiros de {n}.',
  roundOf: 'Ronda {n}',
  audience: 'público',
  experts: 'peritos convidados',
  team: 'equipa do projeto',
  table: 'Mesa',
  members: 'Membros',
  representTitle:
    'Os membros e a sua própria mesa ordenam {own} dos pares de forma diferente; os membros e as outras mesas, {others}',
  representHeld: 'Há demasiado poucas respostas por mesa para comparar os membros com a sua mesa',
  representMethod:
    '{n} membros das mesas mostradas. Se os lugares tivessem sido distribuídos ao acaso: p {p}.',
  representOwn: 'Distância à própria mesa',
  representOthers: 'Distância às outras mesas',
  representNearer: 'Mais perto da própria mesa',
  heldFew: 'menos de {n}',
  heldNone: 'ainda sem ordenação',
  prevailed: 'Distância à própria mesa segundo quem são: {list}.',
  prevailedHeld: 'Os peritos e a equipa do projeto são demasiado poucos para serem distinguidos.',
  howDistance:
    'A distância é a parte de todos os pares de itens que duas ordens põem ao contrário; um par que só uma delas empata conta metade. 0 % é a mesma ordem, 50 % o que dá o acaso, 100 % a inversa.',
  howShown:
    'Só se mostram e contam as mesas com pelo menos {n} membros que responderam. As outras mesas são o termo de comparação.',
  agreeMore: 'As pessoas da mesma mesa concordam mais do que as de mesas diferentes',
  agreeSame: 'As pessoas da mesma mesa não concordam mais do que as de mesas diferentes',
  agreeMethod: '{share} das diferenças estão entre mesas; por acaso seriam {chance}. p {p}.',
  agreeW: 'W de Kendall',
  agreeTau: 'Tau médio',
  withinTables: 'Dentro das mesas, em média',
  acrossTables: 'Entre mesas diferentes, em média',
  betweenTables: 'As ordenações das próprias mesas',
  differMost:
    'As mesas diferem sobretudo em {list}: a parte das diferenças entre pessoas que está entre mesas.',
  howAgree:
    'O W de Kendall é 1 quando todos ordenam da mesma forma. Por acaso é cerca de 1 a dividir pelo número de pessoas, pelo que as mesas pequenas parecem mais de acordo do que estão. O tau médio de duas pessoas é 0 por acaso, seja qual for o seu número.',
  howDealt: 'O valor p distribui de novo todos os lugares {n} vezes.',
  bootTitle: 'Lugares depois da conversa, sorteando mesas inteiras',
  bootMethod:
    '{n} pessoas em {tables} mesas, por Borda: em 95 % dos sorteios o lugar está no intervalo.',
  bootFew: 'Com menos de 8 mesas os intervalos são demasiado estreitos.',
  place: 'Lugar',
  byTable: 'Sorteando mesas',
  byPerson: 'Sorteando pessoas',
  howBoot:
    'Quem conversou à mesma mesa já não responde de forma independente. Por isso sorteiam-se mesas inteiras, vez após vez; sortear pessoas faria os lugares parecerem mais seguros do que são.',
  range: 'de {low} a {high}',
  markedChanged: 'Sem {who} a ordem é outra',
  markedLeader: 'Sem {who} lidera outro item',
  markedSame: 'Sem {who} a ordem é a mesma',
  markedHeld: 'Com ou sem peritos e equipa do projeto',
  markedFew: 'Ficariam fora ou dentro menos de {n}, pelo que nada é comparado.',
  markedMethod: 'Ficam de fora {left}; permanecem {n}.',
  markedWith: 'Com todos',
  markedWithout: 'Sem {who}',
  howMarked:
    'Quem veio como perito convidado ou da equipa do projeto está marcado no seu lugar. Ambas as ordens são as de Kemeny, da primeira ronda.',
  movedSome: {
    one: 'Da ronda {before} para a ronda {after} moveu-se com certeza um item',
    other: 'Da ronda {before} para a ronda {after} moveram-se com certeza {count} itens',
  },
  movedNone: 'Da ronda {before} para a ronda {after} nenhum item se moveu com certeza',
  pairedMethod: '{n} pessoas estiveram nas duas rondas. Saíram: {leavers}. Chegaram: {newcomers}.',
  pairedFew: 'Menos de {n} pessoas responderam nas duas rondas.',
  pairedCoarse:
    'Quem fica de fora é tão pouca gente que as posições médias poderiam revelar as suas respostas: só se mostram os lugares.',
  agreementMoved: 'O W de Kendall passou de {before} para {after}.',
  agreementChange: 'A mudança está entre {low} e {high} (95 %).',
  towards: 'Distância à própria mesa: {before} antes, {after} depois (p {p}).',
  stopAgreed: 'Há acordo e a ordem é estável: pode parar.',
  stopSettled:
    'A ordem é estável, mas não há acordo. Outra ronda pouco mudaria: relate o desacordo.',
  stopGoOn: 'O acordo ou a ordem ainda se movem: pergunte mais uma vez.',
  stopUsed:
    'O acordo ou a ordem ainda se movem, mas mais de {n} rondas cansam: relate-o tal como está.',
  meanOf: 'Posição média, ronda {n}',
  howPaired:
    'As duas posições que cada pessoa dá a um item são comparadas pelo teste dos postos com sinal de Wilcoxon, corrigido segundo Holm para todos os itens. Só contam as pessoas presentes nas duas rondas.',
  howStop:
    'Um estudo por rondas termina quando o W de Kendall é pelo menos {agreed} e a ordem é estável: tau-x das duas ordens de pelo menos {stable} e uma mudança de W de no máximo {change}. A estabilidade conta primeiro.',
  eventsTitle: 'Lugar de cada item, evento a evento',
  eventsMethod:
    'Só as primeiras respostas das pessoas. Cada evento é testado face a todos os outros.',
  eventHeld: 'retido',
  eventAgainst: '{event}: tau-x {tau} com os outros, p {p}.',
  equalWeight: '{series}, com o mesmo peso para cada evento',
  howEvents:
    'São retidos os eventos com demasiado poucas respostas e os que se poderiam deduzir do resto. Uma série são todos os seus eventos juntos; com o mesmo peso, um evento grande não se sobrepõe a um pequeno.',
  ownHeld: 'Este grupo ou o resto das pessoas é demasiado pequeno para ser mostrado.',

  series: 'Série',
  seriesLead:
    'As edições de uma série lado a lado: quantas pessoas responderam e como cada edição ordenou, em separado e em conjunto.',
  noSeries: 'Ainda não há séries',
  noSeriesLead: 'Indique a mesma série em vários eventos: aqui ficarão lado a lado.',
  edition: 'Edição',
  organiser: 'Organizado por',
  answered: 'Pessoas que responderam',
  noneYet: 'ainda nenhuma',
  howEditions:
    'Uma edição conta quando pelo menos {n} pessoas responderam nela, e não enquanto as outras a denunciarem.',

  guidesTitle: 'O que as mesas responderam às perguntas orientadoras',
  guidesMethod: '{n} de {of} perguntas têm resposta. São as palavras das mesas, sem nomes.',
  guide: 'Pergunta orientadora',
  guideAnswer: 'Resposta',
  cardsTitle: 'O que as mesas escreveram nas suas fichas',
  cardsMethod: {
    one: 'Problemas, soluções e conclusões de uma mesa, como os escreveu por último e sem nomes.',
    other:
      'Problemas, soluções e conclusões de {count} mesas, como os escreveram por último e sem nomes.',
  },
  cardText: 'Texto',
  cardProblem: 'Problema',
  cardSolution: 'Solução',
  cardConclusion: 'Conclusão',

  whenWhere: 'Quando e onde',
} as const satisfies Catalogue<typeof en>;
