interface Drag {
  onDrop: (from: number, to: number) => void;
  onCancel: () => void;
}

/** So near the window's edge, in px, the page begins to scroll under the finger. */
const EDGE = 72;

/**
 * Lets the rows of any list in `root` be dragged by their `.handle`, with mouse, pen or finger. Rows
 * only look moved until they are dropped; then `onDrop` gets the old and the new place, counted
 * from 0. Escape, a gesture that the system takes over and a drop at the old place change nothing.
 */
export function dragRows(root: HTMLElement, { onDrop, onCancel }: Drag): void {
  let list: HTMLElement;
  let rows: HTMLElement[] = [];
  let boxes: { top: number; height: number }[] = [];
  let from = -1;
  let to = -1;
  let startY = 0;
  let pointerY = 0;
  let frame = 0;

  const draw = () => {
    const distance = pointerY + scrollY - startY;
    const own = boxes[from]!;
    const middle = own.top + own.height / 2 + distance;
    to = boxes.filter(({ top, height }, index) => {
      const centre = top + height / 2;
      return index !== from && (index < from ? centre <= middle : centre < middle);
    }).length;
    const gap = boxes.length > 1 ? boxes[1]!.top - boxes[0]!.top - boxes[0]!.height : 0;
    const room = own.height + gap;
    for (const [index, row] of rows.entries()) {
      const shift = index >= to && index < from ? room : index <= to && index > from ? -room : 0;
      row.style.transform = `translateY(${index === from ? distance : shift}px)`;
    }
  };

  const scrollAtEdge = () => {
    const below = pointerY - (innerHeight - EDGE - 64);
    const speed = pointerY < EDGE ? pointerY - EDGE : Math.max(0, below);
    if (speed) {
      scrollBy(0, speed / 6);
      draw();
    }
    frame = requestAnimationFrame(scrollAtEdge);
  };

  const end = (dropped: boolean) => {
    if (from < 0) return;
    cancelAnimationFrame(frame);
    removeEventListener('keydown', onKey, true);
    rows[from]!.classList.remove('dragging');
    list.classList.remove('sorting');
    for (const row of rows) row.style.transform = '';
    const place = from;
    from = -1;
    if (!dropped) onCancel();
    else if (place !== to) onDrop(place, to);
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    end(false);
  };

  root.addEventListener('pointerdown', (event) => {
    const handle = (event.target as Element).closest('.handle');
    const row = handle?.closest('li');
    if (!handle || !row || event.button || from >= 0) return;
    event.preventDefault();
    list = row.parentElement!;
    rows = [...list.children] as HTMLElement[];
    boxes = rows.map((other) => {
      const { top, height } = other.getBoundingClientRect();
      return { top: top + scrollY, height };
    });
    from = to = rows.indexOf(row);
    pointerY = event.clientY;
    startY = pointerY + scrollY;
    handle.setPointerCapture(event.pointerId);
    row.classList.add('dragging');
    list.classList.add('sorting');
    addEventListener('keydown', onKey, true);
    frame = requestAnimationFrame(scrollAtEdge);
  });
  root.addEventListener('pointermove', (event) => {
    if (from < 0) return;
    pointerY = event.clientY;
    draw();
  });
  root.addEventListener('pointerup', () => end(true));
  for (const type of ['pointercancel', 'lostpointercapture']) {
    root.addEventListener(type, () => end(false));
  }
}
