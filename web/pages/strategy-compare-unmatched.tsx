import type { JSX } from 'preact';
import type { Study } from '../../src/db/studies.ts';
import { type Language, textIn } from '../../src/survey/language.ts';
import type { MatchedQuestions } from '../../src/survey/strategy/matched-questions.ts';
import { labeller } from '../../src/survey/segment.ts';
import type { StrategyFrame } from './strategy-frame.ts';

interface WithoutPartnerProps {
  matched: MatchedQuestions;
  frame: StrategyFrame;
  wording: Language;
  chosen: readonly [{ study: Study; label: string }, { study: Study; label: string }];
}

/** The questions and options of two studies that have no partner in the other one. */
export function WithoutPartner(props: WithoutPartnerProps): JSX.Element | null {
  const { matched, frame, wording, chosen } = props;
  const { tell } = frame;
  const { onlyA, onlyB, unlike } = matched;
  if (onlyA.length + onlyB.length + unlike.length === 0) return null;
  const [a, b] = chosen.map(({ study }) => namesIn(study, wording));
  const alone = [
    { label: chosen[0].label, titles: onlyA.map(a!.title) },
    { label: chosen[1].label, titles: onlyB.map(b!.title) },
  ].filter(({ titles }) => titles.length > 0);
  return (
    <details class="card box without-partner">
      <summary>
        {tell('noPartner')}: {onlyA.length + onlyB.length + unlike.length}
      </summary>
      <p class="facts">{tell('noPartnerLead')}</p>
      {alone.map(({ label, titles }) => (
        <Named key={label} name={tell('onlyIn', { name: label })} lang={wording} texts={titles} />
      ))}
      {unlike.map(({ question, onlyA: first, onlyB: second }) => (
        <div key={question}>
          <p lang={wording}>{tell('askedUnlike', { title: a!.title(question) })}</p>
          {[
            { label: chosen[0].label, texts: first.map((id) => a!.label(question, id)) },
            { label: chosen[1].label, texts: second.map((id) => b!.label(question, id)) },
          ].map(({ label, texts }) =>
            texts.length === 0 ? null : (
              <Named
                key={label}
                name={tell('onlyIn', { name: label })}
                lang={wording}
                texts={texts}
              />
            ),
          )}
        </div>
      ))}
    </details>
  );
}

function Named({
  name,
  lang,
  texts,
}: {
  name: string;
  lang: Language;
  texts: readonly string[];
}): JSX.Element {
  return (
    <>
      <p class="side-name">{name}</p>
      <ul lang={lang}>
        {texts.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </>
  );
}

/** What the questions and options of a study are called. */
function namesIn({ definition }: Study, language: Language) {
  const find = (id: string) => definition.questions.find((question) => question.id === id)!;
  return {
    title: (id: string) => textIn(find(id).title, language, definition.defaultLanguage),
    label: (question: string, id: string) => labeller(definition, find(question), language)(id),
  };
}
