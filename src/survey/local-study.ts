import { type Language, languageOf, type Text, textIn } from './language.ts';
import type { Definition } from './definition.ts';
import type { Option } from './option.ts';
import { offeredOptions, scalePoints } from './question-options.ts';
import type { Question } from './question.ts';

/** An option as one language sees it; `lang` says that the wording is in another language. */
export interface LocalOption {
  id: string;
  label: string;
  short?: string;
  help?: string;
  value?: number;
  writeIn?: true;
  exclude?: true;
  lang?: Language;
}

/** A question as one language sees it, flat, with its options in it; no `countries` options. */
export interface LocalQuestion {
  id: string;
  kind: Question['kind'];
  section: string;
  required: boolean;
  title: string;
  help?: string;
  /** Of the title, where it is in another language. */
  lang?: Language;
  helpLang?: Language;
  options?: LocalOption[];
  countries?: true;
  rows?: LocalOption[];
  points?: { value: number; label: string; lang?: Language }[];
  min?: number;
  max?: number;
  complete?: true;
  ties?: boolean;
  writeIns?: number;
  randomise?: boolean | string;
  dontKnow?: true;
  noOpinion?: true;
  step?: number;
  unit?: string;
  maxLength?: number;
  repeat?: number;
  personal?: true;
  segment?: true;
  primary?: true;
  showIf?: { question: string; answered: true };
}

/** A study as one language sees it: what a phone needs, and about an eighth of the definition. */
export interface LocalStudy {
  language: Language;
  languages: Language[];
  defaultLanguage: Language;
  title: string;
  intro: string;
  consent: string;
  thanks: string;
  acknowledgement?: string;
  dontKnow: string;
  /** The languages of the texts above that are not in the study's. */
  langs?: Partial<Record<StudyText, Language>>;
  minutes: number;
  sections: { id: string; title: string; lang?: Language }[];
  questions: LocalQuestion[];
}

const STUDY_TEXTS = ['title', 'intro', 'consent', 'thanks', 'dontKnow'] as const;

type StudyText = (typeof STUDY_TEXTS)[number];

/** Who answers: a person for themselves, or a table after its talk. */
export type Audience = 'individual' | 'table';

/**
 * The study as one language sees it, with the questions of one audience and the sections that
 * have any. A language that the study does not carry gives the default language.
 *
 * @example
 * localise(definition, 'de', 'individual').title // 'Schulungsbedarf …'
 */
export function localise(
  definition: Definition,
  language: Language,
  audience: Audience,
): LocalStudy {
  const { languages, defaultLanguage, sections, estimatedMinutes } = definition;
  const shown = languages.includes(language) ? language : defaultLanguage;
  const say = (text: Text) => textIn(text, shown, defaultLanguage);
  const questions = definition.questions
    .filter(({ hidden, audience: asked }) => !hidden && asked.includes(audience))
    .map((question) => localQuestion(definition, question, shown));
  const langs = STUDY_TEXTS.flatMap((text) => {
    const { lang } = otherLanguage(definition[text], shown, defaultLanguage);
    return lang ? [[text, lang]] : [];
  });
  const used = new Set(questions.map((question) => question.section));
  return {
    language: shown,
    languages: [...languages],
    defaultLanguage,
    title: say(definition.title),
    intro: say(definition.intro),
    consent: say(definition.consent),
    thanks: say(definition.thanks),
    ...(definition.acknowledgement && { acknowledgement: say(definition.acknowledgement) }),
    dontKnow: say(definition.dontKnow),
    ...(langs.length > 0 && { langs: Object.fromEntries(langs) as LocalStudy['langs'] & object }),
    minutes: estimatedMinutes[audience],
    sections: sections
      .filter(({ id }) => used.has(id))
      .map(({ id, title }) => ({
        id,
        title: say(title),
        ...otherLanguage(title, shown, defaultLanguage),
      })),
    questions,
  };
}

/**
 * A definition in which no question and no option is hidden: what has been stored may answer one
 * that is not asked any more. For reading and writing data; participants are asked by the definition itself.
 *
 * @example
 * localise(everAsked(definition), 'en', 'individual').questions // hidden ones, too
 */
export function everAsked(definition: Definition): Definition {
  const isLess = (question: Question) => question.hidden || shownIds(question) !== undefined;
  if (!definition.questions.some(isLess)) return definition;
  const questions = definition.questions.map((asked) => {
    const question = { ...asked };
    delete question.hidden;
    if (question.kind !== 'ranking' || !question.optionsFilter?.shown) return question;
    const { validatedBy } = question.optionsFilter;
    return { ...question, optionsFilter: { validatedBy } };
  });
  return { ...definition, questions };
}

/** The settings that a phone gets as they are, under the same name. */
const SETTINGS = [
  'min',
  'max',
  'complete',
  'ties',
  'writeIns',
  'randomise',
  'noOpinion',
  'step',
  'unit',
  'maxLength',
  'repeat',
  'personal',
  'segment',
  'primary',
  'showIf',
] as const satisfies readonly (keyof LocalQuestion)[];

function localQuestion(
  definition: Definition,
  question: Question,
  language: Language,
): LocalQuestion {
  const fallback = definition.defaultLanguage;
  const help = helpOf(question);
  const local: LocalQuestion = {
    id: question.id,
    kind: question.kind,
    section: question.section,
    required: question.required,
    title: textIn(question.title, language, fallback),
    ...(help && { help: textIn(help, language, fallback) }),
    ...otherLanguage(question.title, language, fallback),
    ...helpLanguage(help, language, fallback),
    ...Object.fromEntries(
      Object.entries(question).filter(
        ([key, value]) => value !== undefined && SETTINGS.some((setting) => setting === key),
      ),
    ),
  };
  const shown = shownIds(question);
  const options = offeredOptions(definition, question).filter(
    ({ id }) => shown === undefined || shown.includes(id),
  );
  if (question.kind === 'single' && question.optionsFrom === '@countries') local.countries = true;
  else if (options.length > 0) {
    const field = question.kind === 'rating-matrix' ? 'rows' : 'options';
    local[field] = options.map((option) => localOption(option, language, fallback));
  }
  const points = scalePoints(definition, question);
  if (points.length > 0) {
    local.points = points.map(({ value, label }) => ({
      value,
      label: textIn(label, language, fallback),
      ...otherLanguage(label, language, fallback),
    }));
  }
  if (question.kind === 'rating-matrix' && question.allowDontKnow) local.dontKnow = true;
  return local;
}

/** What is said below the title, with what came out last time. */
function helpOf({ help, lastTime }: Question): Text | undefined {
  if (!lastTime) return help;
  return Object.fromEntries(
    Object.entries(lastTime).map(([language, text]) => {
      const own = help?.[language as Language];
      return [language, own ? `${own} ${text}` : text];
    }),
  );
}

/** The options that a ranking was limited to when its list was fixed; undefined for all of them. */
function shownIds(question: Question): readonly string[] | undefined {
  return question.kind === 'ranking' ? question.optionsFilter?.shown : undefined;
}

function localOption(option: Option, language: Language, fallback: Language): LocalOption {
  const { id, label, short, help, value, writeIn, exclude } = option;
  return {
    id,
    label: textIn(label, language, fallback),
    ...(short && { short: textIn(short, language, fallback) }),
    ...(help && { help: textIn(help, language, fallback) }),
    ...(value !== undefined && { value }),
    ...(writeIn && { writeIn }),
    ...(exclude && { exclude }),
    ...otherLanguage(label, language, fallback),
  };
}

function helpLanguage(
  help: Text | undefined,
  language: Language,
  fallback: Language,
): { helpLang?: Language } {
  const { lang } = otherLanguage(help ?? {}, language, fallback);
  return lang ? { helpLang: lang } : {};
}

function otherLanguage(text: Text, language: Language, fallback: Language): { lang?: Language } {
  const lang = languageOf(text, language, fallback);
  return lang === language ? {} : { lang };
}
