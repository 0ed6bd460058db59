import type { Context } from 'hono';
import type { Study } from '../../src/db/studies.ts';
import type { Assets } from '../../src/http/assets.ts';
import { mayDoTo } from '../../src/http/authorise.ts';
import type { Env } from '../../src/http/env.ts';
import { segmentValues } from '../../src/http/segment-values.ts';
import type { StrategyChoice } from '../../src/http/generated-strategy.ts';
import type { Language } from '../../src/survey/language.ts';
import { readResultsQuery, type ResultsQuery } from '../../src/survey/results-query.ts';
import { segmentIds, segmentOf } from '../../src/survey/segment.ts';
import { filterText, type StrategyFilter } from '../../src/survey/strategy/strategy-filter.ts';
import { designerTexts, type SayDesigner } from '../text/designer/texts.ts';
import { resultsTexts } from '../text/results/texts.ts';
import { type SayStrategy, strategyPageTexts } from '../text/strategy-page/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { type FigureWords, figureWords } from './figure-words.ts';
import { segmentNames } from './results-pages.tsx';
import { segmentName } from './segment-name.ts';

/** What every page about a strategy needs. */
export interface StrategyFrame {
  study: Study;
  /** Of the page around the document. */
  language: Language;
  assets: Assets;
  say: SayDesigner;
  tell: SayStrategy;
  figures: FigureWords;
  mayEdit: boolean;
  mayComment: boolean;
  mayDelete: boolean;
}

/** A group that a strategy can be made for: a filter of one segment, or everyone. */
export interface OfferedGroup {
  /** Its filter as an address writes it; empty for everyone. */
  where: string;
  label: string;
  /** The segment's name; null for everyone. */
  segment: string | null;
}

export function strategyFrame(c: Context<Env>, study: Study): StrategyFrame {
  const language = designerLanguage(c);
  return {
    study,
    language,
    assets: c.var.config.assets,
    say: designerTexts(language),
    tell: strategyPageTexts(language),
    figures: figureWords(language),
    mayEdit: mayDoTo(c.var.principal, study, 'edit'),
    mayComment: mayDoTo(c.var.principal, study, 'comment'),
    mayDelete: mayDoTo(c.var.principal, study, 'delete'),
  };
}

/**
 * The language of a strategy that no address names: the page's, if the study speaks it, else the
 * study's own.
 */
export function strategyLanguage({ study, language }: StrategyFrame): Language {
  const { languages, defaultLanguage } = study.definition;
  return languages.includes(language) ? language : defaultLanguage;
}

/** The part of an address that names a strategy: `?language=de&where=role%3Astudent`. */
export function strategyQuery({ language, filter, rounds }: StrategyChoice): string {
  const every = rounds === 'all' && { round: rounds };
  return `?${new URLSearchParams({ language, ...filter, ...every })}`;
}

/** The address of the same strategy of one round, or of all. */
export function strategyInRounds(choice: StrategyChoice, round: number | 'all'): string {
  const { where = '', ...rest } = choice.filter;
  const parts = where.split(';').filter((part) => part !== '' && !part.startsWith('@round:'));
  const filter = { ...rest, ...(parts.length > 0 && { where: parts.join(';') }) };
  const { language } = choice;
  return `?${new URLSearchParams({ language, ...filter, round: String(round) })}`;
}

/** Whom a filter lets pass, in words; null for everyone. */
export function filterLabel(
  { study: { definition }, language }: Pick<StrategyFrame, 'study' | 'language'>,
  filter: StrategyFilter,
): string | null {
  const read = readResultsQuery(definition, filter);
  if (typeof read === 'string') return filterText(filter);
  const names = segmentNames(resultsTexts(language));
  const parts = read.where.map(({ segment, values }) => {
    const found = segmentOf(definition, segment, language, names);
    return values.map((value) => found?.label(value) ?? value).join(', ');
  });
  return parts.length > 0 ? parts.join(' · ') : null;
}

/** Whom a strategy counts, and how it came to its rounds. */
export function roundsAsked(
  { study: { definition } }: Pick<StrategyFrame, 'study'>,
  { filter, rounds }: StrategyChoice,
): Pick<ResultsQuery, 'where' | 'rounds'> {
  const read = readResultsQuery(definition, filter);
  return { where: typeof read === 'string' ? [] : read.where, ...(rounds && { rounds }) };
}

/** A filter that was stored as text, as a record again. */
export function filterOfText(text: string): StrategyFilter {
  return Object.fromEntries(new URLSearchParams(text));
}

const MOST_VALUES = 30;

/** Everyone, and the groups of one segment each that have answered: events and rounds first. */
export async function offeredGroups(
  c: Context<Env>,
  { study, language, tell }: StrategyFrame,
): Promise<OfferedGroup[]> {
  const { definition } = study;
  const values = await segmentValues(c.var.db, study, 'individual');
  const say = resultsTexts(language);
  const first = ['@event', '@round'];
  const ids = segmentIds(definition).filter((id) => !id.startsWith('@') || first.includes(id));
  const ordered = [...first, ...ids.filter((id) => !first.includes(id))];
  const groups = ordered.flatMap((id) => {
    const segment = segmentOf(definition, id, language, segmentNames(say));
    const held = (values.get(id) ?? []).filter((value) => value !== '');
    if (!segment || held.length < 2 || held.length > MOST_VALUES) return [];
    return held.map((value) => ({
      where: `${id}:${value.replace(/[%,;:]/g, encodeURIComponent)}`,
      label: segment.label(value),
      segment: segmentName(definition, id, language, say),
    }));
  });
  const rounds = values.get('@round')?.length ?? 0;
  const everyone = rounds > 1 ? `${tell('everyone')} · ${say('allRounds')}` : tell('everyone');
  return [{ where: '', label: everyone, segment: null }, ...groups];
}
