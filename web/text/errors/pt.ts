import type { Catalogue } from '../../../src/survey/catalogue.ts';
import type en from './en.ts';

export default {
  notFound: 'Não há nada aqui',
  notFoundLead:
    'Neste endereço não há nada, ou nada que possa ver. Talvez uma letra esteja errada, ou tenha sido eliminado.',
  signIn: 'Inicie sessão',
  signInLead: 'Esta página é para quem conduz estudos.',
  forbidden: 'Não pode fazer isto',
  forbiddenLead:
    'A sua função não o permite. Peça a um proprietário da sua organização que o faça ou que lhe dê outra função.',
  refused: 'Não funcionou',
  refusedLead: 'Nada foi alterado. Volte atrás, corrija e envie de novo.',
  gone: 'Isto terminou',
  goneLead: 'O que procura foi encerrado ou retirado.',
  tooMany: 'Um momento, por favor',
  tooManyLead: {
    one: 'Chegaram demasiados pedidos da sua rede. Tente de novo dentro de um segundo.',
    other: 'Chegaram demasiados pedidos da sua rede. Tente de novo dentro de {count} segundos.',
  },
  broken: 'Algo correu mal aqui',
  brokenLead: 'A culpa não é sua e nada foi alterado. Tente de novo dentro de momentos.',
  away: 'Indisponível neste momento',
  awayLead:
    'A base de dados não responde. O que introduziu num telemóvel fica lá guardado e é enviado assim que ela responder.',
  detail: 'O que diz o servidor',
  back: 'Voltar',
  studies: 'Para os estudos',
  join: 'Introduzir um código',
  again: 'Tentar de novo',
} as const satisfies Catalogue<typeof en>;
