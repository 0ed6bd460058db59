import { exportName } from '../survey/export/export-study.ts';
import { strategyMarkdown } from '../survey/strategy/markdown.ts';
import type { StrategyDocument } from '../survey/strategy/strategy-document.ts';
import { strategyDocx, type StrategyFileOptions, type WriteWord } from './strategy-docx.ts';

/** What a strategy can be taken home as. */
export const STRATEGY_FORMATS = ['json', 'md', 'docx'] as const;

export type StrategyFormat = (typeof STRATEGY_FORMATS)[number];

/** The content type of each format. */
export const STRATEGY_TYPES: Readonly<Record<StrategyFormat, string>> = {
  json: 'application/json',
  md: 'text/markdown; charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** A file to hand out. */
export interface StrategyFile {
  type: string;
  body: string | Uint8Array<ArrayBuffer>;
}

/**
 * A strategy as a file.
 *
 * @param apart writes Word files off this thread
 * @example
 * (await strategyFile(document, 'md', { origin: 'https://plenary.example' })).body
 */
export async function strategyFile(
  document: StrategyDocument,
  format: StrategyFormat,
  options: StrategyFileOptions,
  apart?: WriteWord,
): Promise<StrategyFile> {
  const type = STRATEGY_TYPES[format];
  switch (format) {
    case 'json':
      return { type, body: `${JSON.stringify(document, null, 1)}\n` };
    case 'md':
      return { type, body: strategyMarkdown(document, options) };
    case 'docx':
      return { type, body: await strategyDocx(document, options, apart) };
  }
}

/**
 * A file name that says what is in it: study, language, and whether the data are synthetic.
 *
 * @param template the id of the study's definition
 * @example
 * strategyName(document, 'smart-city', 'docx') // => 'synthetic-smart-city-strategy-de.docx'
 */
export function strategyName(
  { study, language }: Pick<StrategyDocument, 'study' | 'language'>,
  template: string,
  format: StrategyFormat,
): string {
  return exportName({ id: `${template}-strategy-${language}` }, study.synthetic, format);
}
