import type { Kysely } from 'kysely';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { type LoggedMerge, mergeLog } from '../db/write-in-merges.ts';
import { writtenTexts } from '../db/written-texts.ts';
import type { Question } from '../survey/definition.ts';
import type { Language } from '../survey/language.ts';
import { textIn } from '../survey/language.ts';
import { optionsOf } from '../survey/question-options.ts';
import { groupSpellings, type SpellingGroup } from '../survey/write-in-groups.ts';
import { textKey } from '../survey/write-in-key.ts';
import { mergesOf, takesMerges } from '../survey/write-in-merge.ts';
import { countWriteIns } from '../survey/write-ins.ts';

/** The write-ins of one question as a designer decides about them. */
export interface WriteInList {
  question: string;
  /** Fewer than `minCell` people have answered: nothing is shown. */
  suppressed?: 'too-few';
  answered: number | null;
  /** Not merged yet; spellings that look alike together. */
  groups: SpellingGroup[];
  options: { id: string; name: string; added: boolean }[];
  log: MergeEntry[];
}

/** A merge with what it covers now; `texts` are the spellings that there are still. */
export interface MergeEntry extends Omit<LoggedMerge, 'keys' | 'item' | 'mergedAt' | 'undoneAt'> {
  name: string;
  isNew: boolean;
  texts: { text: string; n: number }[];
  /** ISO 8601. */
  mergedAt: string;
  undoneAt: string | null;
}

/** The questions in which people can write something in. */
export function writeInQuestions({ definition }: Pick<Study, 'definition'>): Question[] {
  return definition.questions.filter(
    (question) =>
      takesMerges(question) &&
      (('writeIns' in question && Boolean(question.writeIns)) ||
        optionsOf(definition, question).some(({ writeIn }) => writeIn)),
  );
}

/** The write-ins of a question, grouped, and what has been decided about them. */
export async function writeInList(
  db: Kysely<Database>,
  { id, definition }: Pick<Study, 'id' | 'definition'>,
  question: Question,
  language: Language,
): Promise<WriteInList> {
  const { minCell } = definition.privacy;
  const { answered, texts } = await writtenTexts(db, id, question.id, minCell);
  const counts = countWriteIns();
  for (const { text, n } of texts) for (let k = 0; k < n; k++) counts.add(text);
  const isShown = answered >= minCell;
  const list = isShown ? counts.list() : [];
  const merged = mergesOf(question);
  const say = (label: Parameters<typeof textIn>[0]) =>
    textIn(label, language, definition.defaultLanguage);
  const added = new Set(merged?.items.map((item) => item.id));
  const options = optionsOf(definition, question)
    .filter(({ exclude, writeIn }) => !exclude && !writeIn)
    .map((option) => ({ id: option.id, name: say(option.label), added: added.has(option.id) }));
  const names = new Map(options.map((option) => [option.id, option.name]));
  const log = (await mergeLog(db, id)).filter((merge) => merge.question === question.id);
  return {
    question: question.id,
    ...(!isShown && { suppressed: 'too-few' as const }),
    answered: isShown ? answered : null,
    groups: groupSpellings(list.filter(({ text }) => !merged?.targets.has(textKey(text)))),
    options,
    log: log.map(({ keys, item, mergedAt, undoneAt, ...merge }) => ({
      ...merge,
      name: item ? say(item.label) : (names.get(merge.target) ?? merge.target),
      isNew: item !== null,
      texts: list.filter(({ text }) => keys.includes(textKey(text))),
      mergedAt: mergedAt.toISOString(),
      undoneAt: undoneAt?.toISOString() ?? null,
    })),
  };
}
