import type { Definition } from './definition.ts';
import type { Language, Text } from './language.ts';

/**
 * A study with one ranking question to be reworded, complete enough to be saved and previewed at
 * once. What every study says (what happens to answers, thanks) is there in all eight languages,
 * so that another language starts with it.
 *
 * @example
 * blankStudy('de').title // { de: 'Studie ohne Titel' }
 */
export function blankStudy(language: Language): Definition {
  const own = (text: Required<Text>): Text => ({ [language]: text[language] });
  const option = (place: number) => ({
    id: `option-${place}`,
    label: { [language]: `${OPTION[language]} ${place}` },
  });
  return {
    schema: 'study-template/1',
    id: 'blank',
    version: '1.0.0',
    languages: [language],
    defaultLanguage: language,
    reviewed: { [language]: true },
    kind: 'survey',
    estimatedMinutes: { individual: 2, table: 10 },
    privacy: { minCell: 5 },
    source: '',
    title: own(TITLE),
    intro: INTRO,
    consent: CONSENT,
    thanks: THANKS,
    dontKnow: DONT_KNOW,
    scales: [],
    sections: [{ id: 'questions', title: SECTION }],
    lists: {},
    questions: [
      {
        id: 'question-1',
        kind: 'ranking',
        section: 'questions',
        audience: ['individual', 'table'],
        required: true,
        title: own(QUESTION),
        options: [1, 2, 3].map(option),
        min: 1,
        max: 3,
        ties: false,
        randomise: true,
      },
    ],
    segments: [],
    analyses: [],
    workshop: { guidingQuestions: [], challengeCards: [], agenda: [], timezone: 'UTC', roles: [] },
  };
}

const TITLE: Required<Text> = {
  en: 'Untitled study',
  es: 'Estudio sin título',
  ca: 'Estudi sense títol',
  pt: 'Estudo sem título',
  fr: 'Étude sans titre',
  de: 'Studie ohne Titel',
  it: 'Studio senza titolo',
  nl: 'Onderzoek zonder titel',
};

const INTRO: Required<Text> = {
  en: 'Your answers help us decide. It takes a few minutes.',
  es: 'Sus respuestas nos ayudan a decidir. Requiere unos minutos.',
  ca: 'Les vostres respostes ens ajuden a decidir. Són uns minuts.',
  pt: 'As suas respostas ajudam-nos a decidir. Demora alguns minutos.',
  fr: 'Vos réponses nous aident à décider. Comptez quelques minutes.',
  de: 'Ihre Antworten helfen uns zu entscheiden. Es dauert wenige Minuten.',
  it: 'Le sue risposte ci aiutano a decidere. Bastano pochi minuti.',
  nl: 'Uw antwoorden helpen ons te beslissen. Het duurt een paar minuten.',
};

const CONSENT: Required<Text> = {
  en: 'Taking part is voluntary. We store your answers without your name or e-mail and show results for groups only. You can change or withdraw your answers until the study closes.',
  es: 'La participación es voluntaria. Guardamos sus respuestas sin su nombre ni su correo y solo mostramos resultados de grupos. Puede cambiar o retirar sus respuestas hasta que se cierre el estudio.',
  ca: 'La participació és voluntària. Desem les vostres respostes sense el vostre nom ni correu i només mostrem resultats de grups. Podeu canviar o retirar les respostes fins que es tanqui l’estudi.',
  pt: 'A participação é voluntária. Guardamos as suas respostas sem o seu nome nem e-mail e só mostramos resultados de grupos. Pode alterar ou retirar as respostas até ao fecho do estudo.',
  fr: 'La participation est volontaire. Nous conservons vos réponses sans votre nom ni votre adresse et ne montrons que des résultats de groupe. Vous pouvez modifier ou retirer vos réponses jusqu’à la clôture.',
  de: 'Die Teilnahme ist freiwillig. Wir speichern Ihre Antworten ohne Namen und E-Mail und zeigen Ergebnisse nur für Gruppen. Bis zum Ende der Studie können Sie Ihre Antworten ändern oder zurückziehen.',
  it: 'La partecipazione è volontaria. Conserviamo le sue risposte senza nome né e-mail e mostriamo solo risultati di gruppo. Può modificare o ritirare le risposte fino alla chiusura dello studio.',
  nl: 'Deelname is vrijwillig. Wij bewaren uw antwoorden zonder naam of e-mail en tonen alleen resultaten van groepen. U kunt uw antwoorden wijzigen of intrekken tot het onderzoek sluit.',
};

const THANKS: Required<Text> = {
  en: 'Thank you. Your answers count.',
  es: 'Gracias. Sus respuestas cuentan.',
  ca: 'Gràcies. Les vostres respostes compten.',
  pt: 'Obrigado. As suas respostas contam.',
  fr: 'Merci. Vos réponses comptent.',
  de: 'Vielen Dank. Ihre Antworten zählen.',
  it: 'Grazie. Le sue risposte contano.',
  nl: 'Dank u. Uw antwoorden tellen mee.',
};

const DONT_KNOW: Required<Text> = {
  en: 'I don’t know',
  es: 'No lo sé',
  ca: 'No ho sé',
  pt: 'Não sei',
  fr: 'Je ne sais pas',
  de: 'Weiß ich nicht',
  it: 'Non lo so',
  nl: 'Ik weet het niet',
};

const SECTION: Required<Text> = {
  en: 'Questions',
  es: 'Preguntas',
  ca: 'Preguntes',
  pt: 'Perguntas',
  fr: 'Questions',
  de: 'Fragen',
  it: 'Domande',
  nl: 'Vragen',
};

const QUESTION: Required<Text> = {
  en: 'What matters most to you?',
  es: '¿Qué es lo más importante para usted?',
  ca: 'Què és el més important per a vós?',
  pt: 'O que é mais importante para si?',
  fr: 'Qu’est-ce qui compte le plus pour vous ?',
  de: 'Was ist Ihnen am wichtigsten?',
  it: 'Che cosa conta di più per lei?',
  nl: 'Wat vindt u het belangrijkst?',
};

/** What a new option is called until it is named; a number follows. */
export const OPTION: Required<Text> = {
  en: 'Option',
  es: 'Opción',
  ca: 'Opció',
  pt: 'Opção',
  fr: 'Option',
  de: 'Option',
  it: 'Opzione',
  nl: 'Optie',
};

/** What a new question asks until it is worded; a number follows. */
export const NEW_QUESTION: Required<Text> = {
  en: 'Question',
  es: 'Pregunta',
  ca: 'Pregunta',
  pt: 'Pergunta',
  fr: 'Question',
  de: 'Frage',
  it: 'Domanda',
  nl: 'Vraag',
};
