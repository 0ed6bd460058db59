/** The parts of an OpenAPI document that its page shows. */
export interface DocumentedApi {
  info: { description: string };
  tags: { name: string; description: string }[];
  paths: Record<string, Record<string, DocumentedOperation>>;
  components?: { schemas?: Record<string, Schema> };
}

export interface DocumentedOperation {
  summary?: string;
  tags?: string[];
  security?: unknown[];
  parameters?: {
    name: string;
    in: string;
    required?: boolean;
    description?: string;
    schema?: Schema;
  }[];
  requestBody?: { description?: string; content?: Record<string, { schema?: Schema }> };
  responses?: Record<
    string,
    { description: string; content?: Record<string, { schema?: Schema }> }
  >;
}

export interface Schema {
  $ref?: string;
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  default?: unknown;
  format?: string;
  minimum?: number;
  description?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

/** One operation as the page shows it. */
export interface ShownOperation {
  id: string;
  method: string;
  path: string;
  summary: string;
  isOpen: boolean;
  parameters: { name: string; where: string; required: boolean; kind: string; text: string }[];
  /** What the body is, where it is no JSON with fields. */
  bodyText: string | null;
  fields: { name: string; required: boolean; kind: string; text: string }[];
  responses: { status: string; text: string; types: string[] }[];
  /** A JSON body with what is required, and its content type; null without a body. */
  sample: { type: string; body: unknown } | null;
}

export interface OperationGroup {
  name: string;
  description: string;
  operations: ShownOperation[];
}

/**
 * The operations of a document by group, only those in which every word of a search occurs.
 *
 * @param search words; all operations where it is empty
 * @example
 * operationsOf(document, 'post webhooks')[0]?.operations[0]?.path // '/api/studies/{id}/webhooks'
 */
export function operationsOf(document: DocumentedApi, search: string): OperationGroup[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const all = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({ path, method, operation })),
  );
  return document.tags.flatMap(({ name, description }) => {
    const operations = all
      .filter(({ operation }) => operation.tags?.[0] === name)
      .map(({ path, method, operation }) => shown(document, path, method, operation))
      .filter((operation) => {
        const text = JSON.stringify([name, operation]).toLowerCase();
        return words.every((word) => text.includes(word));
      });
    return operations.length > 0 ? [{ name, description, operations }] : [];
  });
}

function shown(
  document: DocumentedApi,
  path: string,
  method: string,
  operation: DocumentedOperation,
): ShownOperation {
  const { summary = '', security = [], parameters = [], requestBody, responses = {} } = operation;
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const body = resolved(document, media?.schema);
  const fields = Object.entries(body?.properties ?? {}).map(([name, field]) => ({
    name,
    required: body?.required?.includes(name) ?? false,
    kind: kindOf(document, field),
    text: field.description ?? '',
  }));
  return {
    id: `${method}-${path.replace(/[^a-z]+/gi, '-').replace(/^-|-$/g, '')}`,
    method: method.toUpperCase(),
    path,
    summary,
    isOpen: security.length === 0,
    parameters: parameters.map(({ name, in: where, required = false, description, schema }) => ({
      name,
      where,
      required,
      kind: schema ? kindOf(document, schema) : '',
      text: description ?? schema?.description ?? '',
    })),
    bodyText: requestBody?.description ?? null,
    fields,
    responses: Object.entries(responses).map(([status, { description, content }]) => ({
      status,
      text: description,
      types: Object.keys(content ?? {}),
    })),
    sample: type
      ? { type, body: type === 'application/json' ? sampleOf(document, media?.schema) : null }
      : null,
  };
}

function resolved(document: DocumentedApi, schema: Schema | undefined): Schema | undefined {
  const name = schema?.$ref?.split('/').at(-1);
  return name === undefined ? schema : document.components?.schemas?.[name];
}

/** What a value is, in the words of JSON: `integer`, `one of "a", "b"`, `array of string`. */
function kindOf(document: DocumentedApi, given: Schema): string {
  const schema = resolved(document, given) ?? {};
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const parts = schema.anyOf ?? schema.oneOf;
  if (parts) {
    return [...new Set(parts.map((part) => kindOf(document, part)))].filter(Boolean).join(' | ');
  }
  const type = [schema.type ?? []].flat().join(' | ');
  if (type === 'array' && schema.items) return `array of ${kindOf(document, schema.items)}`;
  return schema.format ? `${type} (${schema.format})` : type;
}

/** A value that a schema takes, with required fields only; of endless schemas not all the way. */
function sampleOf(document: DocumentedApi, given: Schema | undefined, depth = 0): unknown {
  const schema = resolved(document, given) ?? {};
  if (depth > 4) return '…';
  if (schema.default !== undefined) return schema.default;
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const [first] = schema.anyOf ?? schema.oneOf ?? schema.allOf ?? [];
  if (first) return sampleOf(document, first, depth + 1);
  switch ([schema.type].flat()[0]) {
    case 'object': {
      const names = schema.required ?? Object.keys(schema.properties ?? {}).slice(0, 1);
      return Object.fromEntries(
        names.map((name) => [name, sampleOf(document, schema.properties?.[name], depth + 1)]),
      );
    }
    case 'array':
      return [sampleOf(document, schema.items, depth + 1)];
    case 'integer':
    case 'number':
      return schema.minimum ?? 1;
    case 'boolean':
      return true;
    default:
      return schema.format === 'uri' ? 'https://example.org' : '…';
  }
}
