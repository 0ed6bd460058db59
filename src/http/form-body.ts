import type { Context } from 'hono';
import type { BodyData, ParseBodyOptions } from 'hono/utils/body';
import { Refusal } from './refusal.ts';

/**
 * The form that a browser sent.
 *
 * @throws {Refusal} 415 for a body that is no form, 400 for one that can't be read
 * @example
 * (await readForm(c)).get('language') // 'de'
 */
export async function readForm(c: Context): Promise<FormData> {
  requireForm(c);
  return c.req.formData().catch(refuse);
}

/**
 * The same by name, as Hono's `parseBody` gives it.
 *
 * @throws {Refusal} 415 for a body that is no form, 400 for one that can't be read
 * @example
 * const { file } = await readFields(c);
 */
export async function readFields<Options extends Partial<ParseBodyOptions>>(
  c: Context,
  options?: Options,
): Promise<BodyData<Options>> {
  requireForm(c);
  return (c.req.parseBody(options) as Promise<BodyData<Options>>).catch(refuse);
}

function requireForm(c: Context): void {
  const type = c.req.header('content-type') ?? '';
  if (/^(multipart\/form-data|application\/x-www-form-urlencoded)\s*(;|$)/i.test(type)) return;
  throw new Refusal(415, 'Send the body as a form.');
}

function refuse(): never {
  throw new Refusal(400, 'The form cannot be read: send it again.');
}
