import type { JSX } from 'preact';
import { formatJoinCode } from '../../src/survey/join-code.ts';
import { Copy, ShareCard, type ShareProps } from './share-card.tsx';

/** What table cards are wanted. */
export function CardsCard({ study, say }: ShareProps): JSX.Element {
  return (
    <ShareCard id="cards" title={say('cardsTitle')} lead={say('cardsLead')}>
      <form class="share-fields" method="get" action={`/studies/${study.id}/cards`}>
        <p class="share-field">
          <label for="tables">{say('tables')}</label>
          <input id="tables" name="tables" type="number" min="1" max="200" value="8" />
        </p>
        <p class="share-field">
          <label for="per">{say('perPage')}</label>
          <select id="per" name="per">
            {[1, 2, 4, 8].map((per) => (
              <option key={per} selected={per === 4}>
                {per}
              </option>
            ))}
          </select>
        </p>
        <p class="share-field whole">
          <label for="names">{say('tableNames')}</label>
          <textarea id="names" name="names" rows={3} maxLength={4000} />
        </p>
        <p class="whole">
          <button class="btn primary">{say('showCards')}</button>
        </p>
      </form>
    </ShareCard>
  );
}

/** A link for any site, and a frame for sites that are named. */
export function WebsiteCard({ study, join, mayChange, typed, say }: ShareProps): JSX.Element {
  const { embedOrigins } = study.distribution;
  const link = `<a href="${join.url}">${say('takePart')}</a>`;
  const title = formatJoinCode(study.joinCode);
  const frame = `<iframe src="${join.url}?embed=1" title="${title}" width="100%" height="720"></iframe>`;
  return (
    <ShareCard id="website" title={say('embedTitle')} lead={say('embedLead')}>
      <Snippet code={link} say={say} />
      {mayChange && (
        <form class="share-fields" method="post" action={`/studies/${study.id}/share/website`}>
          <p class="share-field whole">
            <label for="origins">{say('frameLead')}</label>
            <textarea
              id="origins"
              name="origins"
              rows={2}
              maxLength={4000}
              placeholder="https://example.org"
              spellcheck={false}
            >
              {typed['origins'] ?? embedOrigins.join('\n')}
            </textarea>
          </p>
          <p class="whole">
            <button class="btn primary">{say('save')}</button>
          </p>
        </form>
      )}
      {embedOrigins.length > 0 && (
        <>
          <p>{say('frameCode')}</p>
          <Snippet code={frame} say={say} />
        </>
      )}
    </ShareCard>
  );
}

function Snippet({ code, say }: { code: string } & Pick<ShareProps, 'say'>): JSX.Element {
  return (
    <div class="snippet">
      <pre tabIndex={0}>
        <code>{code}</code>
      </pre>
      <Copy text={code} label={say('copy')} say={say} />
    </div>
  );
}
