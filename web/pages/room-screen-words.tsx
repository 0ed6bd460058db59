import type { JSX } from 'preact';
import type { InstructionsScreen, QuestionsScreen } from '../../src/http/room-screen-document.ts';
import type { SayPlenary } from '../text/plenary/texts.ts';

/** Briefs with more letters are set smaller. */
const LONG = 320;

/** What to read before rooms open: what somebody wrote, and what to do one after another. */
export function ScreenInstructions(props: {
  shown: InstructionsScreen;
  tell: SayPlenary;
}): JSX.Element {
  const { shown, tell } = props;
  const { brief, steps } = shown;
  const isLong = (brief?.length ?? 0) > LONG;
  return (
    <div class={`instructions${isLong ? ' long' : brief ? '' : ' steps-only'}`} id="instructions">
      {brief && <p class="brief">{brief}</p>}
      <ol>
        {steps.map((step) => (
          <li key={step.kind} id={`step-${step.kind}`}>
            {stepWords(step, tell)}
          </li>
        ))}
      </ol>
    </div>
  );
}

function stepWords(step: InstructionsScreen['steps'][number], tell: SayPlenary): string {
  switch (step.kind) {
    case 'seat':
      return tell('stepSeat');
    case 'alone':
      return tell('stepAlone');
    case 'cards':
      return tell('stepCards');
    case 'together':
      return tell('stepTogether', { count: step.titles.length + step.more });
    case 'conclusions':
      return tell('stepConclusions');
  }
}

/** The question from the floor that is being answered. */
export function ScreenQuestion(props: { shown: QuestionsScreen; tell: SayPlenary }): JSX.Element {
  const { question, isOpen } = props.shown;
  const { tell } = props;
  if (!question) {
    return (
      <p class="instead" id="floor-question">
        {tell(isOpen ? 'askYours' : 'floorClosed')}
      </p>
    );
  }
  const size = question.text.length > 140 ? 'long' : question.text.length > 70 ? 'middle' : 'short';
  return (
    <blockquote class={`floor-question ${size}`} id="floor-question">
      <p>{question.text}</p>
      {question.support > 0 && (
        <footer id="support">{tell('supportCount', { count: question.support })}</footer>
      )}
    </blockquote>
  );
}
