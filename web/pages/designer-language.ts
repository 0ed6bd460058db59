import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Env } from '../../src/http/env.ts';
import { isSecure } from '../../src/http/site-origin.ts';
import { isLanguage, type Language } from '../../src/survey/language.ts';

/**
 * The language of a designer's page: the one asked for by `?lang=`, which is remembered, else the
 * remembered one, else the one of the person's account, else the browser's first that Plenary
 * speaks, else English.
 */
export function designerLanguage(c: Context<Env>): Language {
  const asked = c.req.query('lang');
  if (isLanguage(asked)) {
    rememberLanguage(c, asked);
    return asked;
  }
  const remembered = getCookie(c, 'lang');
  if (isLanguage(remembered)) return remembered;
  const own = c.var.session?.person.language;
  if (isLanguage(own)) return own;
  const accepted = (c.req.header('accept-language') ?? '').split(',');
  return accepted.map((entry) => entry.trim().slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}

/** Keeps the language of designers' pages in a cookie of this browser. */
export function rememberLanguage(c: Context<Env>, language: Language): void {
  setCookie(c, 'lang', language, {
    path: '/',
    httpOnly: true,
    sameSite: 'Lax',
    secure: isSecure(c),
    maxAge: 365 * 86_400,
  });
}
