import { type DefaultTreeAdapterTypes, parse } from 'parse5';

type Node = DefaultTreeAdapterTypes.Node;

/** An element of a parsed page: its name, its attributes, and its own text where it is a script. */
export interface FoundElement {
  name: string;
  attributes: Record<string, string>;
  script: string;
}

/**
 * Every element of a page as a browser would build it, in document order.
 *
 * @example
 * elementsOf('<p class=a>x').map(({ name }) => name) // ['html', 'head', 'body', 'p']
 */
export function elementsOf(html: string): FoundElement[] {
  const found: FoundElement[] = [];
  const walk = (node: Node): void => {
    if ('attrs' in node) {
      found.push({
        name: node.tagName,
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
        script:
          node.tagName === 'script'
            ? node.childNodes.map((child) => ('value' in child ? child.value : '')).join('')
            : '',
      });
    }
    if ('content' in node) walk(node.content);
    if ('childNodes' in node) for (const child of node.childNodes) walk(child);
  };
  walk(parse(html));
  return found;
}

/**
 * What of a page could run, or came into its markup from a text: elements and attributes that hold
 * a marker in their names, handlers, inline styles, scripts of its own, and links to code.
 *
 * @param marker a name that texts try to bring in as an element and as an attribute
 */
export function injectionsIn(html: string, marker: string): string[] {
  return elementsOf(html).flatMap(({ name, attributes, script }) => {
    const names = Object.keys(attributes);
    const told = (what: string) => `<${name}> ${what}`;
    return [
      ...(name.includes(marker) ? [told('is the marker')] : []),
      ...(['iframe', 'object', 'embed', 'base'].includes(name) ? [told('is foreign')] : []),
      ...names.flatMap((attribute) =>
        attribute.includes(marker) || /^on|^style$|^srcdoc$/.test(attribute)
          ? [told(`has ${attribute}`)]
          : [],
      ),
      ...['href', 'src', 'action', 'formaction', 'xlink:href'].flatMap((attribute) =>
        /^\s*(javascript|data|vbscript):/i.test(attributes[attribute] ?? '') && name !== 'img'
          ? [told(`leads to ${attributes[attribute]}`)]
          : [],
      ),
      ...(name === 'script' && script !== '' && !isData(attributes, script)
        ? [told('is written in the page')]
        : []),
    ];
  });
}

/** Whether a script is data that no browser runs, whole up to its end. */
function isData({ type }: Record<string, string>, script: string): boolean {
  if (!/^(application\/(ld\+)?json)$/.test(type ?? '')) return false;
  try {
    JSON.parse(script);
    return true;
  } catch {
    return false;
  }
}
