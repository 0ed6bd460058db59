import { dragRows } from '../participant/drag.ts';
import { load, save } from '../participant/phone-store.ts';
import '../style/participant.css';
import '../style/table.css';
import '../style/event.css';
import { keepTyped } from './autosave.ts';
import { keepLive } from './live.ts';

document.documentElement.classList.add('ready');

/** The seat that this phone has in an event: its return code. */
const seatName = (event: string) => `plenary:seat:${event}`;

/** At the door: who has been here before comes in with the code that they had. */
for (const field of document.querySelectorAll<HTMLInputElement>('[data-me]')) {
  field.value = load(seatName(field.dataset['me']!), field.value);
}

const seat = document.getElementById('data')?.textContent;
if (seat) {
  const { event, me } = JSON.parse(seat) as { event: string; me: string };
  const known = load(seatName(event), me);
  // A code that was made for this visit gives way to the one that the phone has.
  if (known !== me && document.querySelector('[data-fresh]')) {
    const own = new URL(location.href);
    own.searchParams.set('me', known);
    own.searchParams.delete('fresh');
    location.replace(own);
  } else save(seatName(event), me);
}

keepTyped();

const dragged = new WeakSet<Element>();

/** Lets the rows of each ranking be dragged; a drop is sent as the new place of one item. */
function makeDraggable(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('.table-ranking')) {
    if (dragged.has(form)) continue;
    dragged.add(form);
    dragRows(form, {
      onDrop: (from, to) => {
        const key = form.querySelectorAll('.order > li')[from]?.getAttribute('data-key');
        if (!key) return;
        const button = document.createElement('button');
        button.name = 'op';
        button.value = `to:${to}:${key}`;
        button.hidden = true;
        form.append(button);
        form.requestSubmit(button);
        button.remove();
      },
      onCancel: () => {},
    });
  }
}

keepLive(makeDraggable);
makeDraggable();
