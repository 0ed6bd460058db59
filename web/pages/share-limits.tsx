import type { JSX } from 'preact';
import { quotaQuestions } from '../../src/survey/distribution.ts';
import { textIn } from '../../src/survey/language.ts';
import { segmentOf, WRITE_IN } from '../../src/survey/segment.ts';
import { wallTime } from '../../src/survey/zoned-time.ts';
import { ShareCard, type ShareProps } from './share-card.tsx';
import { zonedText } from './zoned-text.ts';

/** When a study opens and closes by itself. */
export function TimesCard(props: ShareProps): JSX.Element {
  const { study, zone, now, mayChange, typed, language, say } = props;
  const { opensAt, closesAt } = study.distribution;
  const times = [
    ['opensAt', opensAt],
    ['closesAt', closesAt],
  ] as const;
  const shown = (time: Date | null) => (time ? wallTime(time, zone) : '');
  return (
    <ShareCard id="times" title={say('timesTitle')} lead={say('timesLead')}>
      {opensAt && (
        <p class="strong">{say('willOpen', { time: zonedText(opensAt, zone, language) })}</p>
      )}
      {closesAt && (
        <p class="strong">{say('willClose', { time: zonedText(closesAt, zone, language) })}</p>
      )}
      {mayChange && (
        <form class="share-fields" method="post" action={`/studies/${study.id}/share/times`}>
          {times.map(([name, time]) => (
            <p key={name} class="share-field">
              <label for={name}>{say(name)}</label>
              <input
                id={name}
                name={name}
                type="datetime-local"
                value={typed[name] ?? shown(time)}
              />
            </p>
          ))}
          <p class="share-field whole">
            <label for="zone">{say('timeZone')}</label>
            <select id="zone" name="zone" aria-describedby="zone-now">
              {zones(zone).map((name) => (
                <option key={name} value={name} selected={name === (typed['zone'] ?? zone)}>
                  {name.replaceAll('_', ' ')}
                </option>
              ))}
            </select>
            <span class="note" id="zone-now">
              {say('nowThere', { time: zonedText(now, zone, language) })}
            </span>
          </p>
          <p class="whole">
            <button class="btn primary">{say('save')}</button>
          </p>
        </form>
      )}
    </ShareCard>
  );
}

function zones(own: string): string[] {
  return [...new Set([own, 'UTC', ...Intl.supportedValuesOf('timeZone')])].toSorted();
}

/** How many answers are enough, in all and by group. */
export function QuotasCard(props: ShareProps): JSX.Element {
  const { study, quotaQuestion, mayChange, typed, language, say } = props;
  const { definition, distribution } = study;
  const quotas = distribution.quotas;
  const questions = quotaQuestions(definition);
  const title = (id: string) => {
    const found = questions.find((question) => question.id === id);
    return found ? textIn(found.title, language, definition.defaultLanguage) : id;
  };
  const segment = quotaQuestion === null ? null : segmentOf(definition, quotaQuestion, language);
  const limits = quotas?.segment?.question === quotaQuestion ? quotas?.segment?.limits : undefined;
  return (
    <ShareCard id="quotas" title={say('quotasTitle')} lead={say('quotasLead')}>
      {!mayChange && (
        <ul class="plain">
          {quotas?.total && <li>{`${say('quotaTotal')}: ${quotas.total}`}</li>}
          {quotas?.segment && (
            <li>{say('quotaGroups', { question: title(quotas.segment.question) })}</li>
          )}
        </ul>
      )}
      {mayChange && questions.length > 0 && (
        <form class="share-fields" method="get" action={`/studies/${study.id}/share#quotas`}>
          <p class="share-field whole">
            <label for="by">{say('quotaBy')}</label>
            <select id="by" name="by" data-submit>
              <option value="">{say('noGroups')}</option>
              {questions.map(({ id }) => (
                <option key={id} value={id} selected={id === quotaQuestion}>
                  {title(id)}
                </option>
              ))}
            </select>
          </p>
          <p class="whole">
            <button class="btn ghost">{say('showGroups')}</button>
          </p>
        </form>
      )}
      {mayChange && (
        <form class="share-fields" method="post" action={`/studies/${study.id}/share/quotas`}>
          <Limit
            name="total"
            label={say('quotaTotal')}
            value={typed['total'] ?? quotas?.total ?? ''}
            say={say}
          />
          {segment && <input type="hidden" name="question" value={segment.id} />}
          {segment && (
            <fieldset class="whole share-fields">
              <legend>{say('quotaGroups', { question: title(segment.id) })}</legend>
              {(segment.values ?? [])
                .filter((value) => value !== WRITE_IN)
                .map((value) => (
                  <Limit
                    key={value}
                    name={`value:${value}`}
                    label={segment.label(value)}
                    value={typed[`value:${value}`] ?? limits?.[value] ?? ''}
                    say={say}
                  />
                ))}
            </fieldset>
          )}
          <p class="whole">
            <button class="btn primary">{say('save')}</button>
          </p>
        </form>
      )}
    </ShareCard>
  );
}

function Limit(props: {
  name: string;
  label: string;
  value: number | string;
  say: ShareProps['say'];
}): JSX.Element {
  const id = `limit-${props.name}`;
  return (
    <p class="share-field">
      <label for={id}>{props.label}</label>
      <input
        id={id}
        name={props.name}
        type="number"
        min="1"
        max="1000000"
        value={props.value}
        placeholder={props.say('noLimit')}
      />
    </p>
  );
}
