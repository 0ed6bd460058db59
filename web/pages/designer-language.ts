import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import type { Env } from '../../src/http/env.ts';
import { isSecure } from '../../src/http/site-origin.ts';
import { isLanguage, type Language } from '../../src/survey/language.ts';

/**
 * The language of a designer's page: the one asked for by `?lang=`, which is remembered under
 * /studies, else the remembered one, else the browser's first that Plenary speaks, else English.
 */
export function designerLanguage(c: Context<Env>): Language {
  const asked = c.req.query('lang');
  if (isLanguage(asked)) {
    setCookie(c, 'lang', asked, {
      path: '/studies',
      sameSite: 'Lax',
      secure: isSecure(c),
      maxAge: 365 * 86_400,
    });
    return asked;
  }
  const remembered = getCookie(c, 'lang');
  if (isLanguage(remembered)) return remembered;
  const accepted = (c.req.header('accept-language') ?? '').split(',');
  return accepted.map((entry) => entry.trim().slice(0, 2).toLowerCase()).find(isLanguage) ?? 'en';
}
