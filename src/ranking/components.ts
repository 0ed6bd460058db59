/**
 * Strongly connected components of a directed graph on `nodes`, in a topological order: every edge
 * between components leads from an earlier one to a later one (Tarjan 1972). Nodes inside a
 * component keep the order of `nodes`. O(n^2) edge look-ups.
 *
 * @example
 * strongComponents([0, 1, 2], (i, j) => i === 2 && j < 2) // => [[2], [1], [0]]
 */
export function strongComponents(
  nodes: readonly number[],
  edge: (from: number, to: number) => boolean,
): number[][] {
  const size = nodes.length;
  const index = new Int32Array(size).fill(-1);
  const low = new Int32Array(size);
  const onStack = new Uint8Array(size);
  const stack: number[] = [];
  const components: number[][] = [];
  let next = 0;

  const visit = (at: number): void => {
    index[at] = low[at] = next++;
    stack.push(at);
    onStack[at] = 1;
    for (let to = 0; to < size; to++) {
      if (to === at || !edge(nodes[at]!, nodes[to]!)) continue;
      if (index[to] === -1) {
        visit(to);
        low[at] = Math.min(low[at]!, low[to]!);
      } else if (onStack[to]) {
        low[at] = Math.min(low[at]!, index[to]!);
      }
    }
    if (low[at] !== index[at]) return;
    const members: number[] = [];
    let member: number;
    do {
      member = stack.pop()!;
      onStack[member] = 0;
      members.push(member);
    } while (member !== at);
    components.push(members.sort((a, b) => a - b).map((position) => nodes[position]!));
  };

  for (let at = 0; at < size; at++) if (index[at] === -1) visit(at);
  return components.toReversed();
}
