import type { ComponentChildren, VNode } from 'preact';

type Props = Record<string, unknown>;

/** What an element had when it was drawn last: its attributes, and its children by their place. */
interface Drawn {
  props: Props;
  children: Map<string, ChildNode>;
}

const drawn = new WeakMap<Node, Drawn>();

/**
 * Draws a view into an element, at once, keeping every node that has the same place or key and the
 * same tag as before. It takes Preact's JSX, so that the server renders the same views with Preact,
 * and leaves out what this page does without: hooks, refs, contexts, hydration. With Preact's own
 * renderer the page's script would be 16.9 kB (gzip) instead of 13, over its budget of 15.
 *
 * @example
 * draw(<p class="hint">{text}</p>, document.body)
 */
export function draw(view: ComponentChildren, parent: Element): void {
  const before = drawn.get(parent)?.children;
  const children = new Map<string, ChildNode>();
  for (const [place, child] of places(view)) {
    children.set(place, drawChild(child, before?.get(place), parent));
  }
  for (const node of before?.values() ?? []) {
    if (![...children.values()].includes(node)) node.remove();
  }
  let next = parent.firstChild;
  for (const node of children.values()) {
    if (node === next) next = next.nextSibling;
    else parent.insertBefore(node, next);
  }
  drawn.set(parent, { props: drawn.get(parent)?.props ?? {}, children });
}

/** Elements and texts of a view by place: keys and positions on the way to them. */
function* places(view: ComponentChildren, place = ''): Generator<[string, VNode<Props> | string]> {
  if (view === null || view === undefined || typeof view === 'boolean') return;
  if (Array.isArray(view)) {
    for (const [index, child] of view.entries()) {
      const key = (child as VNode | null)?.key;
      yield* places(child, `${place}/${key ?? index}`);
    }
  } else if (typeof view !== 'object') yield [place, String(view)];
  else {
    const node = view as VNode<Props>;
    if (typeof node.type === 'string') yield [place, node];
    else yield* places((node.type as (props: Props) => ComponentChildren)(node.props), place);
  }
}

function drawChild(
  child: VNode<Props> | string,
  old: ChildNode | undefined,
  parent: Element,
): ChildNode {
  if (typeof child === 'string') {
    if (!(old instanceof Text)) return document.createTextNode(child);
    if (old.data !== child) old.data = child;
    return old;
  }
  const type = child.type as string;
  const space = type === 'svg' ? 'http://www.w3.org/2000/svg' : parent.namespaceURI;
  const kept = old instanceof Element && old.localName === type;
  const node = kept ? old : document.createElementNS(space, type);
  const { children, ...props } = child.props;
  const before = drawn.get(node)?.props ?? {};
  draw(children as ComponentChildren, node);
  for (const name of Object.keys({ ...before, ...props })) {
    if (before[name] !== props[name]) setProp(node, name, props[name]);
  }
  if (type === 'select') (node as HTMLSelectElement).value = String(props['value']);
  drawn.get(node)!.props = props;
  return node;
}

/** Handlers and defaults are properties; an attribute goes when it is missing or plainly false. */
function setProp(node: Element, name: string, value: unknown): void {
  if (/^on|^default/.test(name)) {
    const property = name.startsWith('on') ? name.toLowerCase() : name;
    Object.assign(node, { [property]: value ?? null });
  } else if (value === undefined || value === null || (value === false && !name.includes('-'))) {
    node.removeAttribute(name);
  } else node.setAttribute(name, value === true && !name.includes('-') ? '' : String(value));
}
