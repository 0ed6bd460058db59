import type { Language } from '../language.ts';
import type { LocalQuestion } from '../local-study.ts';
import data from './free-texts.json' with { type: 'json' };
import { parameters } from './parameters.ts';
import { oneOf, type Random } from './random.ts';

type Kind = keyof typeof data.texts;

/**
 * A free text for a question, marked as a synthetic example in its own language; null when this
 * person writes nothing. Questions that the pool does not know get a general comment.
 *
 * @example
 * freeText(random, question, 'de') // '[künstliches Beispiel] Jedes Amt kauft für sich, …'
 */
export function freeText(
  random: Random,
  { id, required, maxLength }: Pick<LocalQuestion, 'id' | 'required' | 'maxLength'>,
  language: Language,
): string | null {
  const kind = ((data.kindOf as Record<string, string>)[id] ?? 'comment') as Kind;
  const writes = random() < (required ? 1 : (parameters.textRate[kind] ?? 0));
  const text = `${data.mark[language]} ${variedText(random(), kind, language)}`;
  return writes ? shortened(text, maxLength ?? text.length) : null;
}

/** One of the pool's texts, mostly with a sentence more, so that few people write the same. */
function variedText(draw: number, kind: Kind, language: Language): string {
  const pool = data.texts[kind][language];
  const more = ['', ...data.more[language]];
  const place = draw * pool.length;
  const index = Math.floor(place);
  const added = more[Math.floor((place - index) * more.length)]!;
  return `${pool[index]!} ${added}`;
}

/** Whole sentences while they fit; cut off where not even the first does. */
function shortened(text: string, most: number): string {
  const whole = text.trim();
  if (whole.length <= most) return whole;
  const end = whole.lastIndexOf('. ', most - 1);
  return (end > 0 ? whole.slice(0, end + 1) : whole.slice(0, most)).trim();
}

/**
 * Something that a person adds to a list of options, in one of several spellings; null where the
 * pool has nothing for the list, which is known by its first option.
 *
 * @example
 * writeIn(random, [{ id: 'technology-trends' }]) // 'cyber security'
 */
export function writeIn(random: Random, options: readonly { id: string }[]): string | null {
  const pool = (data.writeIns as Record<string, string[][]>)[options[0]?.id ?? ''];
  return pool ? oneOf(random, oneOf(random, pool)).trim() : null;
}
