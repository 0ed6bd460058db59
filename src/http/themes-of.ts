import type { Kysely } from 'kysely';
import { answersOf } from '../db/answers.ts';
import type { Database } from '../db/schema.ts';
import type { Study } from '../db/studies.ts';
import { addedThemes, codingLog, textThemes } from '../db/themes.ts';
import { writtenTexts } from '../db/written-texts.ts';
import type { Definition } from '../survey/definition.ts';
import { type Language, textIn } from '../survey/language.ts';
import type { Option } from '../survey/option.ts';
import type { ResultsDocument } from '../survey/results-document.ts';
import { asksQuality, type ResultsQuery } from '../survey/results-query.ts';
import { gatherResults } from '../survey/results.ts';
import {
  type ThemeLine,
  isCodable,
  mayAddThemes,
  type TextQuestion,
  themedDefinition,
  themeOptions,
  themesOf,
} from '../survey/theme.ts';
import { nearTexts } from '../survey/theme-groups.ts';
import { textKey } from '../survey/write-in-key.ts';
import { countWriteIns } from '../survey/write-ins.ts';
import { Refusal } from './refusal.ts';
import type { Reader } from './results-of.ts';

type ThemedStudy = Pick<Study, 'id' | 'definition'>;

/** The answers to a text question as a designer codes them. */
export interface TextList {
  question: string;
  /** Fewer than `minCell` people have answered: nothing is shown. */
  suppressed?: 'too-few';
  answered: number | null;
  themes: { id: string; name: string }[];
  mayAdd: boolean;
  /** Each text once; those of a group say nearly the same. */
  texts: { key: string; text: string; n: number; themes: string[]; group: number }[];
  log: {
    id: string;
    theme: string;
    name: string;
    adds: boolean;
    texts: number;
    madeAt: string;
    madeBy: string | null;
    undoneAt: string | null;
    undoneBy: string | null;
  }[];
}

/** The text questions of a study whose answers may be read. */
export function codableQuestions({ questions }: Definition): TextQuestion[] {
  return questions.filter(isCodable);
}

/** The question with an id, if its answers can be coded; a Refusal where they can't. */
export function codableQuestion(definition: Definition, id: string): TextQuestion {
  const question = codableQuestions(definition).find((candidate) => candidate.id === id);
  if (!question) throw new Refusal(422, 'The study has no such question with texts to read.');
  return question;
}

/** All themes of a question, given and added. */
export async function themesFor(
  db: Kysely<Database>,
  { id, definition }: ThemedStudy,
  question: TextQuestion,
): Promise<Option[]> {
  const added = (await addedThemes(db, id, question.id)).map((theme) => ({
    id: theme.id,
    label: { [definition.defaultLanguage]: theme.label },
  }));
  return themeOptions(definition, question, added);
}

/** The texts of a question with their themes, and what has been decided about them. */
export async function textList(
  db: Kysely<Database>,
  study: ThemedStudy,
  question: TextQuestion,
  language: Language,
): Promise<TextList> {
  const { id, definition } = study;
  const { minCell } = definition.privacy;
  const { answered, texts } = await writtenTexts(db, id, question.id, minCell);
  const counts = countWriteIns();
  for (const { text, n } of texts) for (let k = 0; k < n; k++) counts.add(text);
  const isShown = answered >= minCell;
  const list = isShown ? counts.list() : [];
  const codes = await textThemes(db, id, question.id);
  const themes = (await themesFor(db, study, question)).map((theme) => ({
    id: theme.id,
    name: textIn(theme.label, language, definition.defaultLanguage),
  }));
  const names = new Map(themes.map((theme) => [theme.id, theme.name]));
  return {
    question: question.id,
    ...(!isShown && { suppressed: 'too-few' as const }),
    answered: isShown ? answered : null,
    themes,
    mayAdd: mayAddThemes(question),
    texts: nearTexts(list.map(({ text }) => text)).flatMap((places, group) =>
      places.map((place) => {
        const { text, n } = list[place]!;
        const key = textKey(text);
        return { key, text, n, themes: codes.get(key) ?? [], group };
      }),
    ),
    log: (await codingLog(db, id, question.id)).map(({ keys, madeAt, undoneAt, ...step }) => ({
      id: step.id,
      theme: step.theme,
      name: names.get(step.theme) ?? step.theme,
      adds: step.adds,
      texts: keys.length,
      madeAt: madeAt.toISOString(),
      madeBy: step.madeBy,
      undoneAt: undoneAt?.toISOString() ?? null,
      undoneBy: step.undoneBy,
    })),
  };
}

/**
 * How many people named each theme: a results document as of a multiple choice, with the same
 * rules about small groups. Null where nothing has been coded.
 *
 * @param uncoded what answers without a theme are called
 */
export async function themeDocument(
  db: Kysely<Database>,
  study: ThemedStudy,
  query: ResultsQuery,
  { language, names }: Reader,
  uncoded = 'Not coded',
): Promise<ResultsDocument | null> {
  if (asksQuality(query)) return null;
  const question = codableQuestion(study.definition, query.question);
  const codes = await textThemes(db, study.id, question.id);
  if (codes.size === 0) return null;
  const themes = await themesFor(db, study, question);
  const used = new Set([...codes.values()].flat());
  const definition = themedDefinition(
    study.definition,
    question,
    themes.filter(({ id }) => used.has(id)),
    { [study.definition.defaultLanguage]: uncoded },
  );
  const results = gatherResults(definition, query, language, names);
  for await (const rows of answersOf(db, study.id, { voice: query.voice })) {
    for (const row of rows) {
      const own = themesOf(row.answers[question.id], codes);
      results.add({ ...row, answers: { ...row.answers, [question.id]: own } });
    }
  }
  return results.document(study.id, 'themes');
}

/** The coding of all text questions. */
export async function themeLines(
  db: Kysely<Database>,
  study: ThemedStudy,
  language: Language,
): Promise<ThemeLine[]> {
  const lines: ThemeLine[] = [];
  for (const question of codableQuestions(study.definition)) {
    const { themes, texts } = await textList(db, study, question, language);
    const names = new Map(themes.map(({ id, name }) => [id, name]));
    for (const { text, n, themes: own } of texts) {
      for (const theme of own) {
        lines.push({ question: question.id, text, n, theme, label: names.get(theme) ?? theme });
      }
    }
  }
  return lines;
}
