import type { Context } from 'hono';
import type { Assets } from '../../src/http/assets.ts';
import type { Env } from '../../src/http/env.ts';
import type { Language } from '../../src/survey/language.ts';
import { accountTexts, type SayAccounts } from '../text/accounts/texts.ts';
import { designerTexts, type SayDesigner } from '../text/designer/texts.ts';
import { designerLanguage } from './designer-language.ts';
import { figureWords, type FigureWords } from './figure-words.ts';

/** What every page about accounts needs. */
export interface AccountFrame {
  language: Language;
  say: SayDesigner;
  text: SayAccounts;
  figures: FigureWords;
  assets: Assets;
  path: string;
}

/** The frame of a request's page; `path` is its own address where the request's leads elsewhere. */
export function accountFrame(c: Context<Env>, path = c.req.path): AccountFrame {
  const language = designerLanguage(c);
  return {
    language,
    say: designerTexts(language),
    text: accountTexts(language),
    figures: figureWords(language),
    assets: c.var.config.assets,
    path,
  };
}
