import type { Definition } from '../definition.ts';
import { type Language, type Text, textIn } from '../language.ts';
import { optionsOf } from '../question-options.ts';
import { TEXT_LIMITS } from '../text-rules.ts';
import type { Prior } from './prior.ts';

/** How a question says what came out last time. */
const SAID: Readonly<Record<Language, string>> = {
  en: 'Last time ({n} answers): {order}.',
  es: 'La última vez ({n} respuestas): {order}.',
  ca: 'L’última vegada ({n} respostes): {order}.',
  pt: 'Da última vez ({n} respostas): {order}.',
  fr: 'La dernière fois ({n} réponses) : {order}.',
  de: 'Letztes Mal ({n} Antworten): {order}.',
  it: 'L’ultima volta ({n} risposte): {order}.',
  nl: 'Vorige keer ({n} antwoorden): {order}.',
};

/** So many places of the last order are told. */
const MOST_TOLD = 5;

/**
 * A definition whose rankings tell participants what came out last time, as a Delphi round does:
 * the first places, those that were tied at the same place.
 *
 * @example
 * withLastTime(definition, prior).questions[0]?.lastTime?.en // 'Last time (84 answers): 1 Law, 2 Data.'
 */
export function withLastTime(definition: Definition, prior: Prior): Definition {
  const found = new Map(prior.findings.map((finding) => [finding.question, finding]));
  const questions = definition.questions.map((question) => {
    const finding = found.get(question.id);
    if (question.kind !== 'ranking' || finding?.kind !== 'order') return question;
    const options = new Map(optionsOf(definition, question).map((option) => [option.id, option]));
    const order = finding.order
      .map((group) => group.filter((id) => options.has(id)))
      .filter((group) => group.length > 0);
    if (order.length === 0) return question;
    const lastTime: Text = {};
    for (const language of definition.languages) {
      const say = (text: Text) => textIn(text, language, definition.defaultLanguage);
      const name = (id: string) => say(options.get(id)!.short ?? options.get(id)!.label);
      const number = new Intl.NumberFormat(language).format(finding.n);
      const text = SAID[language].replace('{n}', number).replace('{order}', told(order, name));
      if (text.length <= TEXT_LIMITS['lastTime']!) lastTime[language] = text;
    }
    return Object.keys(lastTime).length < definition.languages.length
      ? question
      : { ...question, lastTime };
  });
  return { ...definition, questions };
}

/** The same definition without what was said about last time. */
export function withoutLastTime(definition: Definition): Definition {
  const questions = definition.questions.map((question) => {
    const { lastTime: _, ...rest } = question;
    return rest as typeof question;
  });
  return { ...definition, questions };
}

function told(order: readonly (readonly string[])[], name: (id: string) => string): string {
  const parts: string[] = [];
  let place = 1;
  for (const group of order) {
    if (place > MOST_TOLD) break;
    parts.push(`${place} ${group.map(name).join(' / ')}`);
    place += group.length;
  }
  return parts.join(', ');
}
