import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import addFormatsModule from 'ajv-formats';

/** The parts of an OpenAPI document that say what a response may be. */
interface Description {
  paths: Record<string, Record<string, { responses: Record<string, DocumentedResponse> }>>;
  components?: unknown;
}

interface DocumentedResponse {
  content?: Record<string, { schema?: unknown }>;
  headers?: Record<string, { required?: boolean }>;
}

/** A response that `/openapi.json` does not describe. */
export class UndocumentedError extends Error {
  override name = 'UndocumentedError';
}

const addFormats = addFormatsModule as unknown as (ajv: Ajv2020) => void;

/**
 * Compares responses with an OpenAPI document: the route, the method, the status, the content type
 * and, for JSON, every field must be as it says.
 *
 * @returns throws an UndocumentedError for a response that is not
 * @example
 * const check = documentedBy(await (await app.request('/openapi.json')).json());
 * await check('GET', '/api/studies', response);
 */
export function documentedBy(
  document: Description,
): (method: string, path: string, response: Response) => Promise<void> {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true });
  addFormats(ajv);
  ajv.addSchema({ $id: 'document:api', ...document });
  const validators = new Map<string, ValidateFunction>();
  // What is written out goes before what has a parameter, as in the router.
  const paths = Object.keys(document.paths)
    .toSorted((a, b) => a.split('{').length - b.split('{').length)
    .map((path) => ({
      path,
      pattern: new RegExp(`^${path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '[^/]+')}$`),
    }));

  return async (method, address, response) => {
    const fail = (reason: string): never => {
      throw new UndocumentedError(
        `${method} ${address} → ${response.status}: ${reason} in /openapi.json.`,
      );
    };
    const asked = new URL(address, 'http://localhost').pathname;
    const path = paths.find(
      ({ path: known, pattern }) =>
        pattern.test(asked) && operationOf(document, known, method) !== null,
    )?.path;
    if (path === undefined) {
      if (response.status === 404) return;
      return fail('the route is not');
    }
    const status = String(response.status);
    const documented = operationOf(document, path, method)!.responses[status];
    if (!documented) return fail(`the status of ${path} is not`);
    for (const [name, header] of Object.entries(documented.headers ?? {})) {
      if (header.required && !response.headers.has(name)) fail(`the header ${name} is promised`);
    }
    const type = (response.headers.get('content-type') ?? '').split(';', 1)[0]!.trim();
    const types = Object.keys(documented.content ?? {});
    if (types.length === 0) {
      if (response.body !== null && method !== 'HEAD' && type !== '') {
        return fail(`a body of type ${type} is not`);
      }
      return;
    }
    if (!types.includes(type)) return fail(`the type "${type}" is not (but ${types.join(', ')})`);
    if (type !== 'application/json' || method === 'HEAD') return;
    const pointer = ['paths', path, methodKey(method), 'responses', status, 'content', type]
      .map((key) => key.replaceAll('~', '~0').replaceAll('/', '~1'))
      .join('/');
    const reference = `document:api#/${encodeURI(pointer)}/schema`;
    let validate = validators.get(reference);
    if (!validate) validators.set(reference, (validate = ajv.compile({ $ref: reference })));
    const body: unknown = await response.clone().json();
    if (validate(body)) return;
    const [first] = validate.errors ?? [];
    fail(
      `the body is not: ${first?.instancePath} ${first?.message} ${JSON.stringify(first?.params)}`,
    );
  };
}

function methodKey(method: string): string {
  return method === 'HEAD' ? 'get' : method.toLowerCase();
}

function operationOf(document: Description, path: string, method: string) {
  return document.paths[path]?.[methodKey(method)] ?? null;
}
