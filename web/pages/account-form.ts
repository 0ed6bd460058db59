import type { Context } from 'hono';
import { z } from 'zod';
import { PASSWORD_MAX, PASSWORD_MIN } from '../../src/http/auth.ts';
import type { Env } from '../../src/http/env.ts';
import { readFields } from '../../src/http/form-body.ts';
import type { SayAccounts } from '../text/accounts/texts.ts';

/** What is wrong with a form, by the name of the field. */
export type Problems<Name extends string> = Partial<Record<Name, string | undefined>>;

/**
 * The text fields of the form that was sent, without spaces around them; what is missing is ''.
 * Passwords are as they were typed.
 *
 * @example
 * const { name, email } = await formOf(c, ['name', 'email']);
 */
export async function formOf<Name extends string>(
  c: Context<Env>,
  names: readonly Name[],
): Promise<Record<Name, string>> {
  const form = await readFields(c);
  return Object.fromEntries(
    names.map((name) => {
      const value = form[name];
      const text = typeof value === 'string' ? value : '';
      return [name, /password/i.test(name) ? text : text.trim()];
    }),
  ) as Record<Name, string>;
}

/** What is wrong with a name of a person or an organisation; undefined when nothing is. */
export function nameProblem(name: string, text: SayAccounts): string | undefined {
  return name === '' || name.length > 100 ? text('required') : undefined;
}

/** What is wrong with an e-mail address. */
export function emailProblem(email: string, text: SayAccounts): string | undefined {
  if (email === '') return text('required');
  return isEmail(email) ? undefined : text('emailWrong');
}

/** Whether a text is an e-mail address of at most 200 characters. */
export function isEmail(text: string): boolean {
  return text.length <= 200 && z.email().safeParse(text).success;
}

/** What is wrong with a password that is to be set. */
export function passwordProblem(password: string, text: SayAccounts): string | undefined {
  if (password.length < PASSWORD_MIN) return text('passwordShort', { min: PASSWORD_MIN });
  return password.length > PASSWORD_MAX ? text('passwordLong', { max: PASSWORD_MAX }) : undefined;
}

/** Whether every value is undefined: nothing is wrong. */
export function isSound(problems: Problems<string>): boolean {
  return Object.values(problems).every((problem) => problem === undefined);
}

/**
 * Where to go after signing in: a path of this site, else the list of studies. Whatever a browser
 * would read as another site's address is not followed.
 *
 * @example
 * ownPath('/studies/1?by=role') // '/studies/1?by=role'
 * ownPath('//evil.example') // '/studies'
 */
export function ownPath(next: string): string {
  const base = 'http://own.invalid';
  if (!next.startsWith('/') || !URL.canParse(next, base)) return '/studies';
  const url = new URL(next, base);
  return url.origin === base && !url.pathname.startsWith('//')
    ? url.pathname + url.search
    : '/studies';
}
