import type { JSX } from 'preact';
import { textIn } from '../../src/survey/language.ts';
import { shareTexts } from '../text/share/texts.ts';
import { ShareCard, type ShareProps } from './share-card.tsx';

/** Personal links: how many there are, more of them, and what is done with them. */
export function LinksCard(props: ShareProps): JSX.Element {
  const { study, counts, mayChange, typed, say } = props;
  const { id, definition, distribution } = study;
  const { minCell } = definition.privacy;
  const action = `/studies/${id}/share`;
  return (
    <ShareCard id="links" title={say('linksTitle')} lead={say('linksLead')}>
      {counts.made > 0 && (
        <p>
          <strong>{say('linksMade', { count: counts.made })}</strong>{' '}
          {counts.used === null
            ? say('linksHidden', { n: minCell })
            : say('linksUsed', { count: counts.used })}
        </p>
      )}
      {mayChange && (
        <>
          <form class="share-fields" method="post" action={`${action}/access`}>
            <p class="whole check">
              <input
                id="invited"
                type="checkbox"
                name="invited"
                checked={distribution.access === 'invited'}
              />
              <label for="invited">{say('onlyInvited')}</label>
              <button class="btn ghost">{say('save')}</button>
            </p>
          </form>
          <details open={counts.made === 0 || typed['addresses'] !== undefined}>
            <summary>{say('makeLinks')}</summary>
            <form class="share-fields" method="post" action={`${action}/links`}>
              <p class="share-field">
                <label for="count">{say('linksNumber')}</label>
                <input
                  id="count"
                  name="count"
                  type="number"
                  min="1"
                  max="5000"
                  value={typed['count'] ?? ''}
                />
              </p>
              <p class="share-field whole">
                <label for="addresses">{say('addresses')}</label>
                <textarea
                  id="addresses"
                  name="addresses"
                  rows={4}
                  maxLength={200_000}
                  spellcheck={false}
                  aria-describedby="addresses-hint"
                >
                  {typed['addresses'] ?? ''}
                </textarea>
                <span class="note" id="addresses-hint">
                  {say('addressesHint')}
                </span>
              </p>
              <p class="whole">
                <button class="btn primary">{say('makeLinks')}</button>
              </p>
            </form>
          </details>
          {counts.made > 0 && <Made {...props} action={action} />}
        </>
      )}
    </ShareCard>
  );
}

function Made(props: ShareProps & { action: string }): JSX.Element {
  const { study, counts, seesAddresses, action, say } = props;
  return (
    <>
      {seesAddresses && counts.withAddress > 0 && <SendForm {...props} />}
      {seesAddresses && (
        <>
          <p>
            <a class="btn ghost" download href={`/api/studies/${study.id}/invitations.csv`}>
              {say('downloadLinks')}
            </a>
          </p>
          <p class="note">{say('downloadLinksLead')}</p>
        </>
      )}
      <details class="danger-zone">
        <summary>{say('deleteLinks')}</summary>
        <p>{say('deleteLinksLead')}</p>
        <form method="post" action={`${action}/links/delete`}>
          <button class="btn danger">{say('deleteLinks')}</button>
        </form>
      </details>
    </>
  );
}

/** The words are in the study's language: they go to those who answer it. */
function SendForm(props: ShareProps & { action: string }): JSX.Element {
  const { study, action, sendsMail, typed, say } = props;
  const { title, defaultLanguage } = study.definition;
  const unable = sendsMail ? study.status !== 'open' && 'sendNotOpen' : 'sendNone';
  if (unable) return <p class="note">{say(unable)}</p>;
  const theirs = shareTexts(defaultLanguage);
  return (
    <details open={typed['subject'] !== undefined}>
      <summary>{say('sendTitle')}</summary>
      <p>{say('sendLead')}</p>
      <form class="share-fields" method="post" action={`${action}/links/send`}>
        <p class="share-field whole">
          <label for="subject">{say('subject')}</label>
          <input
            id="subject"
            name="subject"
            maxLength={150}
            required
            lang={defaultLanguage}
            value={typed['subject'] ?? textIn(title, defaultLanguage, defaultLanguage)}
          />
        </p>
        <p class="share-field whole">
          <label for="text">{say('message')}</label>
          <textarea
            id="text"
            name="text"
            rows={7}
            maxLength={5000}
            required
            lang={defaultLanguage}
            aria-describedby="text-hint"
          >
            {typed['text'] ?? theirs('messageText', { link: '{link}' })}
          </textarea>
          <span class="note" id="text-hint">
            {say('messageHint', { link: '{link}' })}
          </span>
        </p>
        <p class="whole">
          <button class="btn primary">{say('send')}</button>
        </p>
      </form>
    </details>
  );
}
