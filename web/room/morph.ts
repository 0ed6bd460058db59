/**
 * Makes one part of the page like another without replacing what stays: elements are found again by
 * their id, else by their place among their kind. So the focus, an open menu and what somebody is
 * typing survive, and a bar that grows can be seen to grow.
 *
 * @param now the element on the page
 * @param next what it is to become; it is taken apart
 */
export function morph(now: Element, next: Element): void {
  if (now.isEqualNode(next) || isKept(now, next)) return;
  if (now instanceof HTMLFormElement && isBeingWritten(now)) keepRevision(now, next);
  sameAttributes(now, next);
  // The clock counts by itself; see clock.ts.
  if (now.hasAttribute('data-left')) return;
  if (now instanceof HTMLTextAreaElement) return sameText(now, next.textContent ?? '');
  const known = new Map<string, Element>();
  for (const child of now.children) if (nameOf(child)) known.set(nameOf(child), child);
  let place: ChildNode | null = now.firstChild;
  for (const wanted of Array.from(next.childNodes)) {
    const found = match(wanted, place, known);
    if (!found) {
      now.insertBefore(wanted, place);
      continue;
    }
    if (found === place) place = place.nextSibling;
    else now.insertBefore(found, place);
    if (found instanceof Element && wanted instanceof Element) morph(found, wanted);
    else if (found.nodeValue !== wanted.nodeValue) found.nodeValue = wanted.nodeValue;
  }
  while (place) {
    const gone: ChildNode = place;
    place = place.nextSibling;
    gone.remove();
  }
}

/** What was said to somebody stays until they do something else, not until others do. */
function isKept(now: Element, next: Element): boolean {
  return now.hasAttribute('data-keep') && now.hasChildNodes() && !next.hasChildNodes();
}

/** Whether somebody is in a text that saves itself, or has typed into it and not sent it yet. */
function isBeingWritten(form: HTMLFormElement): boolean {
  return form.matches('[data-autosave]') && Array.from(form.elements).some(isHeld);
}

/**
 * What somebody writes is about the text that they saw. With the revision of a newer one it would
 * replace what they have never seen.
 */
function keepRevision(now: HTMLFormElement, next: Element): void {
  const seen = now.querySelector<HTMLInputElement>('[name=revision]')?.value;
  if (seen !== undefined) next.querySelector('[name=revision]')?.setAttribute('value', seen);
}

/** Whether a field is typed into: it keeps its text whatever others write. */
export function isHeld(field: Element): boolean {
  const isText =
    field instanceof HTMLTextAreaElement ||
    (field instanceof HTMLInputElement && /^(text|number)$/.test(field.type));
  return isText && (field.value !== field.defaultValue || document.activeElement === field);
}

function match(
  wanted: ChildNode,
  place: ChildNode | null,
  known: ReadonlyMap<string, Element>,
): ChildNode | null {
  if (!(wanted instanceof Element)) return place?.nodeType === wanted.nodeType ? place : null;
  const name = nameOf(wanted);
  if (name) return known.get(name) ?? null;
  const isSame = place instanceof Element && place.localName === wanted.localName && !nameOf(place);
  return isSame ? place : null;
}

function nameOf(element: Element): string {
  // Not `element.id`: of a form that has a field of this name, that is the field.
  return element.getAttribute('id') || (element.getAttribute('data-key') ?? '');
}

/** Attributes that belong to whoever looks, not to the server. */
const OWN = new Set(['open', 'style']);

function sameAttributes(now: Element, next: Element): void {
  const isField = now instanceof HTMLInputElement || now instanceof HTMLOptionElement;
  const isUntouched = !isField || !isChanged(now);
  for (const { name } of Array.from(now.attributes)) {
    if (!OWN.has(name) && !next.hasAttribute(name)) now.removeAttribute(name);
  }
  for (const { name, value } of Array.from(next.attributes)) {
    const isOwn = OWN.has(name) || (name === 'value' && isHeld(now));
    if (!isOwn && now.getAttribute(name) !== value) now.setAttribute(name, value);
  }
  if (!isUntouched) return;
  if (now instanceof HTMLInputElement) {
    now.value = now.defaultValue;
    now.checked = now.defaultChecked;
  } else if (now instanceof HTMLOptionElement && document.activeElement !== now.parentElement) {
    now.selected = now.defaultSelected;
  }
}

function isChanged(field: HTMLInputElement | HTMLOptionElement): boolean {
  if (field instanceof HTMLOptionElement) return field.selected !== field.defaultSelected;
  if (field.type === 'hidden') return false;
  return (
    document.activeElement === field ||
    field.value !== field.defaultValue ||
    field.checked !== field.defaultChecked
  );
}

function sameText(area: HTMLTextAreaElement, text: string): void {
  if (isHeld(area)) return;
  area.defaultValue = text;
  area.value = text;
}
