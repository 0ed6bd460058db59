import type { ComponentChildren, JSX } from 'preact';
import type { RoomEvent } from '../../src/db/room/events.ts';
import type { SayRegistration } from '../text/registration/texts.ts';
import { DesignerPage } from './designer-page.tsx';
import type { RoomFrame } from './room-frame.ts';

interface RoomPlanningProps extends RoomFrame {
  event: RoomEvent;
  seats: SayRegistration;
  /** The last part of the page's address. */
  part: string;
  title: string;
  lead: string;
  notice?: string | undefined;
  problem?: string | undefined;
  children: ComponentChildren;
}

/** A page for what is planned before an event: where it belongs, what it is for, what came of the last step. */
export function RoomPlanningPage(props: RoomPlanningProps): JSX.Element {
  const { study, event, text, language, say, assets, part, title, lead, children } = props;
  const path = `/studies/${study.id}/room/${event.id}`;
  return (
    <DesignerPage
      {...{ language, say, assets, study, title }}
      path={`${path}/${part}`}
      entry="room"
      section="room"
    >
      <div class="wide seating">
        <p>
          <a href={path}>{text('openConsole')}</a>
        </p>
        <h2 class="section-title">{title}</h2>
        <p class="lead">{lead}</p>
        {props.notice && (
          <p class="room-good" role="status">
            {props.notice}
          </p>
        )}
        {props.problem && (
          <p class="problem" role="alert">
            {props.problem}
          </p>
        )}
        {children}
      </div>
    </DesignerPage>
  );
}
