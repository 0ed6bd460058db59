import type { JSX } from 'preact';
import type { Assets } from '../../src/http/assets.ts';
import type { Language } from '../../src/survey/language.ts';
import type { SayDesigner } from '../text/designer/texts.ts';
import type { SayDocs } from '../text/docs/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import type { OperationGroup, ShownOperation } from './docs-operations.ts';

interface DocsPageProps {
  language: Language;
  search: string;
  about: string;
  groups: readonly OperationGroup[];
  /** Of this site, for the examples. */
  origin: string;
  say: SayDesigner;
  tell: SayDocs;
  assets: Assets;
}

const GROUPS = [
  'studies',
  'responses',
  'results',
  'strategy',
  'room',
  'webhooks',
  'access',
] as const;

/** The API to read: groups of calls, each with what it takes, what it answers and an example. */
export function DocsPage(props: DocsPageProps): JSX.Element {
  const { language, search, about, groups, origin, say, tell, assets } = props;
  const nameOf = (group: string) => tell(GROUPS.find((known) => known === group) ?? 'other');
  return (
    <DesignerPage
      {...{ language, say, assets }}
      title={tell('title')}
      entry="designer"
      path={search ? `/docs?q=${encodeURIComponent(search)}` : '/docs'}
      signedOut
    >
      <div class="wide docs">
        <h1>{tell('title')}</h1>
        <p class="lead">{tell('lead')}</p>
        <p lang="en">
          <WithCode text={about} />
        </p>
        <p>
          <DocumentLink text={tell('document', { file: '{file}' })} />
        </p>
        <form method="get" action="/docs" role="search" class="docs-search">
          <label for="docs-q">{tell('find')}</label>
          <input
            id="docs-q"
            name="q"
            type="search"
            value={search}
            maxLength={100}
            placeholder={tell('findHint')}
          />
          <button class="btn primary">{tell('find')}</button>
          {search && <a href="/docs">{tell('clear')}</a>}
        </form>
        {groups.length === 0 && (
          <p role="status" class="card box">
            {tell('none')}
          </p>
        )}
        {groups.length > 1 && (
          <nav aria-label={tell('contents')} class="docs-contents">
            <ul>
              {groups.map(({ name, operations }) => (
                <li key={name}>
                  <a href={`#${name}`}>
                    {nameOf(name)} <span class="facts">{operations.length}</span>
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        )}
        {groups.map(({ name, description, operations }) => (
          <section key={name} aria-labelledby={name} class="docs-group">
            <h2 id={name}>{nameOf(name)}</h2>
            <p lang="en" class="lead">
              {description}
            </p>
            {operations.map((operation) => (
              <Operation
                key={operation.id}
                {...{ operation, origin, tell }}
                isOpen={search !== '' && operations.length < 4}
              />
            ))}
          </section>
        ))}
      </div>
    </DesignerPage>
  );
}

interface OperationProps {
  operation: ShownOperation;
  origin: string;
  tell: SayDocs;
  isOpen: boolean;
}

function Operation({ operation, origin, tell, isOpen }: OperationProps) {
  const { id, method, path, summary, parameters, fields, bodyText, responses } = operation;
  return (
    <details class="card docs-call" id={id} open={isOpen}>
      <summary>
        <span class={`method ${method.toLowerCase()}`}>{method}</span>
        <code>{path}</code>
        <span class="docs-summary" lang="en">
          {summary}
        </span>
      </summary>
      <div class="docs-body">
        <p class="facts">{tell(operation.isOpen ? 'open' : 'token')}</p>
        {parameters.length > 0 && (
          <Fields
            title={tell('parameters')}
            tell={tell}
            rows={parameters.map((one) => ({ ...one, where: one.where }))}
          />
        )}
        {bodyText && (
          <p lang="en">
            <strong>{tell('body')}</strong>: {bodyText}
          </p>
        )}
        {fields.length > 0 && <Fields title={tell('body')} tell={tell} rows={fields} />}
        <h3>{tell('answers')}</h3>
        <dl class="docs-answers" lang="en">
          {responses.map(({ status, text, types }) => (
            <div key={status}>
              <dt>
                <code>{status}</code>
              </dt>
              <dd>
                <WithCode text={text} />{' '}
                {types.length > 0 && <span class="facts">{types.join(', ')}</span>}
              </dd>
            </div>
          ))}
        </dl>
        <h3>{tell('example')}</h3>
        <pre class="example" tabIndex={0} aria-label={`${tell('example')}: ${method} ${path}`}>
          <code>{exampleOf(operation, origin)}</code>
        </pre>
      </div>
    </details>
  );
}

interface Row {
  name: string;
  where?: string;
  required: boolean;
  kind: string;
  text: string;
}

function Fields({ title, rows, tell }: { title: string; rows: readonly Row[]; tell: SayDocs }) {
  return (
    <>
      <h3>{title}</h3>
      <dl class="docs-fields">
        {rows.map(({ name, where, required, kind, text }) => (
          <div key={`${where} ${name}`}>
            <dt>
              <code>{name}</code>{' '}
              {where && (
                <span class="facts" lang="en">
                  {where}
                </span>
              )}{' '}
              {required && <span class="tag">{tell('required')}</span>}
            </dt>
            <dd lang="en">
              <WithCode text={text} /> {kind && <code class="kind">{kind}</code>}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** A call that can be pasted into a shell, with the names of what is to be filled in. */
function exampleOf({ method, path, isOpen, parameters, sample }: ShownOperation, origin: string) {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => name.toUpperCase());
  const query = parameters
    .filter(({ where, required }) => where === 'query' && required)
    .map(({ name }) => `${name}=${name.toUpperCase()}`);
  const receipt = parameters.some(({ name, required }) => name === 'Receipt' && required);
  const url = `${origin}${address}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  return [
    `curl ${method === 'GET' ? '' : `-X ${method} `}'${url}'`,
    ...(isOpen ? [] : [`-H "Authorization: Bearer $TOKEN"`]),
    ...(receipt ? [`-H 'Receipt: XXXX-XXXX-XXXX'`] : []),
    ...(sample ? [`-H 'Content-Type: ${sample.type}'`] : []),
    ...(sample
      ? [sample.body === null ? '--data-binary @FILE' : `-d '${JSON.stringify(sample.body)}'`]
      : []),
  ].join(' \\\n  ');
}

/** Text with what stands between backquotes as code. */
function WithCode({ text }: { text: string }) {
  return <>{text.split('`').map((part, k) => (k % 2 ? <code key={k}>{part}</code> : part))}</>;
}

function DocumentLink({ text }: { text: string }) {
  const [before, after = ''] = text.split('{file}');
  return (
    <>
      {before}
      <a href="/openapi.json">openapi.json</a>
      {after}
    </>
  );
}
