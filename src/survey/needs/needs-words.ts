import type { RankedList } from '../../needs/statement.ts';
import type { Definition } from '../definition.ts';
import { type Language, textIn } from '../language.ts';
import type { Option } from '../option.ts';
import { optionsOf } from '../question-options.ts';
import type { ContentItem, NamedItem, NeedsDocument } from './needs-document.ts';
import type { NeedRole, NeedRoles } from './roles.ts';
import { NEED_ROLES } from './roles.ts';

/** Rankings that a needs analysis reads, in the order of a strategy. */
export const RANKED_LISTS = [
  'contents',
  'targets',
  'methods',
  'frameworks',
  'challenges',
  'disciplines',
] as const satisfies readonly RankedList[];

/**
 * The contents of the training: what the ranking of contents ranks, else what is rated.
 *
 * @example
 * contentItems(definition, roles, 'en')[0] // => { id: 'data', name: 'Data', short: 'Data', ecf: [], … }
 */
export function contentItems(
  definition: Definition,
  roles: NeedRoles,
  language: Language,
): ContentItem[] {
  const id = roles.contents ?? roles.importance ?? roles.level;
  return optionsFor(definition, id)
    .filter(({ exclude }) => !exclude)
    .map((option) => ({
      ...named(definition, option, language),
      ecf: [...(option.ecf ?? [])],
      digcomp: option.digcomp ? [option.digcomp] : [],
      esco: option.esco ?? null,
      guidingQuestion: option.guidingQuestion ?? null,
    }));
}

/** Everything else that a needs document names, in the reader's language. */
export function needsWords(
  definition: Definition,
  roles: NeedRoles,
  language: Language,
): Pick<NeedsDocument, 'names' | 'titles'> {
  const of = (role: NeedRole) =>
    optionsFor(definition, roles[role]).map((option) => named(definition, option, language));
  const titles: NeedsDocument['titles'] = {};
  for (const role of NEED_ROLES) {
    const question = definition.questions.find(({ id }) => id === roles[role]);
    if (question) titles[role] = textIn(question.title, language, definition.defaultLanguage);
  }
  return {
    titles,
    names: {
      targets: of('targets'),
      methods: of('methods'),
      frameworks: of('frameworks'),
      challenges: of('challenges'),
      disciplines: of('disciplines'),
      mixing: of('mixing'),
    },
  };
}

function optionsFor(definition: Definition, id: string | null): readonly Option[] {
  const question = definition.questions.find((candidate) => candidate.id === id);
  return question ? optionsOf(definition, question) : [];
}

function named(
  { defaultLanguage }: Definition,
  { id, label, short }: Option,
  language: Language,
): NamedItem {
  const name = textIn(label, language, defaultLanguage);
  return { id, name, short: short ? textIn(short, language, defaultLanguage) : name };
}
